package io.konsens.handover.erp;

import io.konsens.handover.HandoverBenchmark;
import io.konsens.handover.TargetSystem;
import io.konsens.testing.StandIn;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** {@code mvn test -Dtest=BusinessCentralBenchmark}. */
@SpringBootTest(
        classes = ErpConnectorRules.Setup.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"konsens.erp.kind=business-central", "konsens.erp.user=konsens", "konsens.erp.password=s3cret"})
class BusinessCentralBenchmark extends HandoverBenchmark {

    private static final ErpStandIn ERP = new BusinessCentralStandIn();

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        ERP.open();
        registry.add("konsens.erp.url", ERP::service);
    }

    @AfterAll
    static void close() {
        ERP.close();
    }

    @Override
    protected TargetSystem system() {
        return TargetSystem.ERP;
    }

    @Override
    protected StandIn standIn() {
        return ERP;
    }
}
