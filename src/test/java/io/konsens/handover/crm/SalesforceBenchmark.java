package io.konsens.handover.crm;

import io.konsens.handover.HandoverBenchmark;
import io.konsens.handover.TargetSystem;
import io.konsens.salesforce.SalesforceStandIn;
import io.konsens.testing.StandIn;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** {@code mvn test -Dtest=SalesforceBenchmark}. */
@SpringBootTest(
        classes = SalesforceConnectorTest.Setup.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"konsens.crm.kind=salesforce", "konsens.crm.client-id=konsens", "konsens.crm.client-secret=s3cret"
        })
class SalesforceBenchmark extends HandoverBenchmark {

    private static final SalesforceStandIn SALESFORCE = new SalesforceStandIn();

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        SALESFORCE.open();
        registry.add("konsens.crm.url", SALESFORCE::url);
    }

    @AfterAll
    static void close() {
        SALESFORCE.close();
    }

    @Override
    protected TargetSystem system() {
        return TargetSystem.CRM;
    }

    @Override
    protected StandIn standIn() {
        return SALESFORCE;
    }
}
