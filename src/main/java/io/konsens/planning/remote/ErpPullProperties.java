package io.konsens.planning.remote;

import io.konsens.platform.http.HttpLimits;
import io.konsens.platform.http.RemoteLogin;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where order history is, if the ERP has it.
 *
 * @param name as people call the system
 * @param url the service's root; null for nothing
 * @param entity the entity set, one entity for each order line
 * @param filter an OData condition; empty for all
 * @param key fields that together name an order line to people
 * @param fields see {@link RecordMapping}
 * @param user with a password, for HTTP Basic
 * @param tokenUri with client id, secret and scope, for OAuth 2 client credentials
 * @param pageSize asked for; the system may give less at a time
 * @param firstWait before a call is repeated; it doubles each time
 */
@ConfigurationProperties("konsens.erp.pull")
record ErpPullProperties(
        @DefaultValue("ERP") String name,
        @Nullable URI url,
        @DefaultValue("") String entity,
        @DefaultValue("") String filter,
        @DefaultValue List<String> key,
        @DefaultValue Map<String, String> fields,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @Nullable URI tokenUri,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String scope,
        @DefaultValue("1000") int pageSize,
        @DefaultValue("2s") Duration firstWait,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("5MB") DataSize maxResponse) {

    HttpLimits limits() {
        return new HttpLimits(connectTimeout, readTimeout, maxResponse);
    }

    RemoteLogin login() {
        return new RemoteLogin(user, password, tokenUri, clientId, clientSecret, scope);
    }

    /** Without the secrets: settings find their way into logs. */
    @Override
    public String toString() {
        return "ErpPullProperties[" + name + " " + url + " " + entity + "]";
    }
}
