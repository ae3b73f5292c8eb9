package io.konsens.handover.erp;

import io.konsens.handover.HandoverBenchmark;
import io.konsens.handover.TargetSystem;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mvn test -Dtest=ErpBenchmark}. */
class ErpBenchmark extends HandoverBenchmark {

    @ParameterizedTest
    @MethodSource
    void tenThousandLines(String kind, ErpStandIn erp) throws Exception {
        erp.open();
        try {
            measure(
                    TargetSystem.ERP,
                    erp,
                    ErpConnectorRules.Setup.class,
                    "--konsens.erp.kind=" + kind,
                    "--konsens.erp.url=" + erp.service(),
                    "--konsens.erp.user=konsens",
                    "--konsens.erp.password=s3cret");
        } finally {
            erp.close();
        }
    }

    static Stream<Arguments> tenThousandLines() {
        return Stream.of(
                Arguments.of("sap", new SapStandIn()), Arguments.of("business-central", new BusinessCentralStandIn()));
    }
}
