package io.konsens.salesforce;

import io.konsens.platform.http.RemoteCalls;
import io.konsens.platform.http.RemoteHttp;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** One client, and with it one token, for whoever reads from Salesforce or writes to it. */
@Configuration
@EnableConfigurationProperties(SalesforceProperties.class)
public class SalesforceConfiguration {

    /** Lazy: nobody needs settings for a system nobody talks to. */
    @Bean
    @Lazy
    SalesforceClient salesforceClient(SalesforceProperties properties, Clock clock) {
        URI url = properties.url();
        if (url == null) {
            throw new IllegalStateException("konsens.crm.url is not set");
        }
        return new SalesforceClient(
                new RemoteCalls(
                        RemoteHttp.client(url, properties.limits()).build(),
                        new SalesforceLogin(properties, clock).tokens()),
                properties.version());
    }
}
