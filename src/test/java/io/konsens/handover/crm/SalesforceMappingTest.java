package io.konsens.handover.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetLine;
import io.konsens.salesforce.SalesforceConfiguration;
import io.konsens.salesforce.SalesforceStandIn;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Fields under other names, by reference, and left out. */
class SalesforceMappingTest {

    @EnableConfigurationProperties(CrmProperties.class)
    @Import({SalesforceConfiguration.class, SalesforceHandoverConfiguration.class})
    static class Setup {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private final SalesforceStandIn salesforce = new SalesforceStandIn();

    @BeforeEach
    void start() {
        salesforce.open();
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    void fieldsGoWhereTheSettingsSay() {
        List<TargetLine> lines = List.of(
                new TargetLine("l1", "revenue", "CURRENCY", "K1", "G1", new BigDecimal("1E+3")),
                new TargetLine("l2", "discount", "PERCENT", null, null, new BigDecimal("2.50")));
        HandoverOrder order = new HandoverOrder(
                "A1", 1, "2027", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), "E1", "Ada", "E2", "EUR", lines);

        new ApplicationContextRunner()
                .withUserConfiguration(Setup.class)
                .withPropertyValues(
                        "konsens.crm.kind=salesforce",
                        "konsens.crm.url=" + salesforce.url(),
                        "konsens.crm.client-id=konsens",
                        "konsens.crm.client-secret=s3cret",
                        "konsens.crm.fields.account=Account__r.Konsens_Id__c",
                        "konsens.crm.fields.product-group=Family__c",
                        "konsens.crm.fields.rep-name=")
                .run(context -> context.getBean(TargetConnector.class).send(order, lines));

        JsonNode first = salesforce.records.get("A1:l1");
        assertThat(first.at("/Account__r/Konsens_Id__c").asText()).isEqualTo("K1");
        assertThat(first.get("Family__c").asText()).isEqualTo("G1");
        assertThat(first.fieldNames()).toIterable().doesNotContain("Account__c", "Sales_Rep_Name__c", "");
        assertThat(salesforce.bodies.get(0)).contains("\"Amount__c\":1000,").contains("\"Amount__c\":2.50,");
        JsonNode second = salesforce.records.get("A1:l2");
        assertThat(second.has("Account__r")).isFalse();
        assertThat(second.get("Currency__c").isNull()).isTrue();
    }
}
