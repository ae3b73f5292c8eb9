package io.konsens.salesforce;

import io.konsens.platform.http.HttpLimits;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * How to reach Salesforce.
 *
 * @param url the org's My Domain address; tokens come from there, and go nowhere else
 * @param version of the REST API, such as {@code v66.0}
 * @param clientSecret of the client credentials flow
 * @param user on whose behalf the JWT bearer flow asks for tokens; used if there is a private key
 * @param privateKey PKCS#8 in PEM, of the JWT bearer flow
 * @param audience login host the assertion is meant for
 * @param tokenLife how long a token is used if the answer does not say how long it lasts
 */
@ConfigurationProperties("konsens.crm")
record SalesforceProperties(
        @Nullable URI url,
        @DefaultValue("v66.0") String version,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String user,
        @Nullable Resource privateKey,
        @DefaultValue("https://login.salesforce.com") String audience,
        @DefaultValue("15m") Duration tokenLife,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("5MB") DataSize maxResponse) {

    HttpLimits limits() {
        return new HttpLimits(connectTimeout, readTimeout, maxResponse);
    }

    /** Without the secret: settings find their way into logs. */
    @Override
    public String toString() {
        return "SalesforceProperties[" + url + "]";
    }
}
