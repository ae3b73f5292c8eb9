package io.konsens.handover.crm;

import io.konsens.handover.TargetConnector;
import io.konsens.handover.http.RemoteHttp;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands over to Salesforce instead of dropping files. */
@Configuration
@ConditionalOnProperty(prefix = "konsens.crm", name = "kind", havingValue = "salesforce")
class SalesforceConfiguration {

    @Bean
    TargetConnector salesforceConnector(CrmProperties properties, Clock clock) {
        URI url = properties.url();
        if (url == null) {
            throw new IllegalStateException("konsens.crm.url is not set");
        }
        SalesforceClient client = new SalesforceClient(
                RemoteHttp.client(url, properties.limits()).build(),
                new SalesforceLogin(properties, clock).tokens(),
                properties.version());
        return new SalesforceConnector(properties, client);
    }
}
