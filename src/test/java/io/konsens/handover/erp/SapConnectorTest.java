package io.konsens.handover.erp;

import static io.konsens.handover.Orders.amounts;
import static io.konsens.handover.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.HandoverStatus;
import io.konsens.handover.LedgerEntry;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What only SAP does. */
class SapConnectorTest extends ErpConnectorRules {

    private static final SapStandIn SAP = new SapStandIn();

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        SAP.open();
        registry.add("konsens.erp.kind", () -> "sap");
        registry.add("konsens.erp.url", SAP::service);
        registry.add("konsens.erp.token-uri", () -> SAP.url() + "/token");
    }

    @AfterAll
    static void stop() {
        SAP.close();
    }

    @Override
    ErpStandIn erp() {
        return SAP;
    }

    @Override
    int linesInACall() {
        return 1;
    }

    @Test
    void aCsrfTokenServesManyWrites() {
        SAP.endCsrfSessions();
        SAP.tokensFetched = 0;

        transfer(order(agreementId, 1, 120, "10.00"));
        transfer(order(agreementId, 2, 120, "20.00"));

        assertThat(SAP.tokensFetched).isEqualTo(1);
        assertThat(SAP.calls).hasSize(240);
    }

    @Test
    void aCsrfTokenThatExpiresHalfWayIsFetchedOnceAgain() {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        transfer(order(agreementId, 0, 1, "1.00"));
        SAP.clear();
        SAP.tokensFetched = 0;
        SAP.spoilNextAnswer(answer -> {
            SAP.endCsrfSessions();
            return answer;
        });

        transfer(order);

        assertThat(SAP.tokensFetched).isEqualTo(1);
        assertThat(SAP.calls).hasSize(3);
        assertThat(SAP.amounts()).isEqualTo(amounts(order));
        assertThat(ledger())
                .filteredOn(entry -> entry.revision() == 1)
                .hasSize(3)
                .allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED && entry.attempts() == 1);
    }

    @Test
    void aCsrfTokenThatIsNeverGoodEnoughIsFetchedOnceOnly() {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        transfer(order(agreementId, 0, 1, "1.00"));
        SAP.clear();
        SAP.tokensFetched = 0;
        SAP.spoilNextAnswer(SapConnectorTest::csrfRequired);
        SAP.spoilNextAnswer(SapConnectorTest::csrfRequired);

        assertThatThrownBy(() -> transfer(order)).isInstanceOf(UncheckedIOException.class);

        assertThat(SAP.tokensFetched).isEqualTo(1);
        assertThat(ledger())
                .filteredOn(entry -> entry.revision() == 1)
                .hasSize(3)
                .allMatch(entry -> entry.status() == HandoverStatus.FAILED)
                .allSatisfy(entry -> assertThat(entry.error()).contains("403"));
    }

    private static ResponseDefinitionBuilder csrfRequired(ResponseDefinitionBuilder answer) {
        return answer.withStatus(403).withBody("CSRF token validation failed").withHeader("x-csrf-token", "Required");
    }

    @Test
    void whatArrivedBeforeAnOutageIsKnownAndNotSentAgain() {
        HandoverOrder order = order(agreementId, 1, 120, "10.00");
        for (int line = 1; line <= 69; line++) {
            SAP.spoilNextAnswer(answer -> answer);
        }
        SAP.refuseNext(503, "");
        assertThatThrownBy(() -> transfer(order)).isInstanceOf(UncheckedIOException.class);
        assertThat(ledger())
                .filteredOn(entry -> entry.status() == HandoverStatus.ACCEPTED)
                .hasSize(69);
        assertThat(ledger())
                .filteredOn(entry -> entry.status() == HandoverStatus.FAILED)
                .hasSize(31);
        SAP.calls.clear();

        transfer(order);

        assertThat(SAP.calls).hasSize(51);
        assertThat(SAP.amounts()).isEqualTo(amounts(order));
        assertThat(ledger()).allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED);
    }

    @Test
    void theAddressIsTheExternalKeyAndTheRemoteIdWhatSapCallsIt() {
        transfer(order(agreementId, 1, 1, "10.00"));

        assertThat(SAP.requests())
                .filteredOn(request -> request.getMethod().getName().equals("PATCH"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getUrl()).isEqualTo("/sap/odata/v4/Targets(%27" + agreementId + "%3Al1%27)");
                    assertThat(request.getBodyAsString()).doesNotContain("ExternalKey");
                });
        assertThat(ledger()).extracting(LedgerEntry::remoteId).isEqualTo(List.of("Targets('l1')"));
    }
}
