package io.konsens.handover.crm;

import io.konsens.handover.TargetConnector;
import io.konsens.planning.Organisation;
import io.konsens.salesforce.SalesforceClient;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands over to Salesforce instead of dropping files. */
@Configuration
@ConditionalOnProperty(prefix = "konsens.crm", name = "kind", havingValue = "salesforce")
class SalesforceHandoverConfiguration {

    @Bean
    TargetConnector salesforceConnector(
            CrmProperties properties, SalesforceClient salesforce, Optional<QuotaRollUp> quotas) {
        return new SalesforceConnector(properties, salesforce, quotas);
    }

    @Bean
    SalesforceUsers salesforceUsers(CrmProperties properties, SalesforceClient salesforce) {
        return new SalesforceUsers(salesforce, properties.userField());
    }

    @Bean
    @ConditionalOnProperty(prefix = "konsens.crm.quota", name = "enabled")
    QuotaRollUp quotaRollUp(CrmProperties properties, SalesforceClient salesforce, SalesforceUsers users) {
        if (properties.quota().forecastingTypeId().isBlank()) {
            throw new IllegalStateException("konsens.crm.quota.forecasting-type-id is not set");
        }
        return new QuotaRollUp(properties.quota(), salesforce, users);
    }

    @Bean
    @ConditionalOnProperty(prefix = "konsens.crm.review-task", name = "enabled")
    ReviewTasks reviewTasks(
            CrmProperties properties,
            SalesforceClient salesforce,
            SalesforceUsers users,
            Organisation organisation,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        return new ReviewTasks(properties, salesforce, users, organisation, jdbc, transaction, clock);
    }
}
