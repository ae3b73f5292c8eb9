package io.konsens.handover.crm;

import io.konsens.handover.TargetConnector;
import io.konsens.salesforce.SalesforceClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands over to Salesforce instead of dropping files. */
@Configuration
@ConditionalOnProperty(prefix = "konsens.crm", name = "kind", havingValue = "salesforce")
class SalesforceHandoverConfiguration {

    @Bean
    TargetConnector salesforceConnector(CrmProperties properties, SalesforceClient salesforce) {
        return new SalesforceConnector(properties, salesforce);
    }
}
