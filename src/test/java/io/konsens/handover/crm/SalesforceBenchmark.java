package io.konsens.handover.crm;

import io.konsens.handover.HandoverBenchmark;
import io.konsens.handover.TargetSystem;
import io.konsens.salesforce.SalesforceStandIn;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=SalesforceBenchmark}. */
class SalesforceBenchmark extends HandoverBenchmark {

    @Test
    void tenThousandLines() throws Exception {
        SalesforceStandIn salesforce = new SalesforceStandIn();
        salesforce.open();
        try {
            measure(
                    TargetSystem.CRM,
                    salesforce,
                    SalesforceConnectorTest.Setup.class,
                    "--konsens.crm.kind=salesforce",
                    "--konsens.crm.url=" + salesforce.url(),
                    "--konsens.crm.client-id=konsens",
                    "--konsens.crm.client-secret=s3cret");
        } finally {
            salesforce.close();
        }
    }
}
