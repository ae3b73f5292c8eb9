package io.konsens.handover.erp;

import static io.konsens.handover.Orders.amounts;
import static io.konsens.handover.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.HandoverStatus;
import io.konsens.handover.LedgerEntry;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What only Business Central does. */
class BusinessCentralConnectorTest extends ErpConnectorRules {

    private static final BusinessCentralStandIn ERP = new BusinessCentralStandIn();

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        ERP.open();
        registry.add("konsens.erp.kind", () -> "business-central");
        registry.add("konsens.erp.url", ERP::service);
        registry.add("konsens.erp.token-uri", () -> ERP.url() + "/token");
    }

    @AfterAll
    static void stop() {
        ERP.close();
    }

    @Override
    ErpStandIn erp() {
        return ERP;
    }

    @Override
    int linesInACall() {
        return 100;
    }

    @Test
    void aHundredLinesTakeTwoCalls() {
        transfer(order(agreementId, 1, 250, "10.00"));

        assertThat(ERP.calls).extracting(List::size).containsExactly(100, 100, 50);
        assertThat(ERP.requests())
                .filteredOn(request -> request.getUrl().endsWith("$batch"))
                .hasSize(6);
        assertThat(ledger())
                .allSatisfy(entry -> assertThat(entry.remoteId())
                        .isEqualTo(ERP.target(agreementId + ":" + entry.lineId())
                                .get("id")
                                .asText()));
    }

    @Test
    void someFailWithinABatchThatSucceedsAndTheOthersArrive() {
        HandoverOrder order = order(agreementId, 1, 5, "10.00");
        ERP.errors.put(key(1), 400);
        ERP.errors.put(key(2), 429);
        ERP.errors.put(key(3), 503);
        ERP.silentAbout.add(key(5));
        assertThatThrownBy(() -> transfer(order)).isInstanceOf(UncheckedIOException.class);

        assertThat(ledger())
                .extracting(LedgerEntry::lineId, LedgerEntry::status)
                .containsExactly(
                        tuple("l1", HandoverStatus.REJECTED),
                        tuple("l2", HandoverStatus.FAILED),
                        tuple("l3", HandoverStatus.FAILED),
                        tuple("l4", HandoverStatus.ACCEPTED),
                        tuple("l5", HandoverStatus.FAILED));
        ERP.errors.clear();
        ERP.silentAbout.clear();
        ERP.calls.clear();
        transfer(order);

        assertThat(ERP.calls).containsExactly(List.of(key(2), key(3), key(5)));
        assertThat(ERP.amounts().keySet()).containsExactly(key(2), key(3), key(4), key(5));
        assertThat(ledger()).extracting(LedgerEntry::attempts).containsExactly(1, 2, 2, 1, 2);
    }

    @Test
    void aTargetSomebodyChangedMeanwhileIsReadOnceMore() {
        transfer(order(agreementId, 1, 3, "10.00"));
        HandoverOrder order = order(agreementId, 2, 3, "20.00");
        ERP.calls.clear();
        ERP.meanwhile = () -> ERP.change(key(2), "1.00");

        transfer(order);

        assertThat(ERP.calls).containsExactly(List.of(key(1), key(2), key(3)), List.of(key(2)));
        assertThat(ERP.amounts()).isEqualTo(amounts(order));
        assertArrived(order, 1);
    }

    @Test
    void aTargetSomebodyDeletedMeanwhileIsCreatedAgain() {
        transfer(order(agreementId, 1, 3, "10.00"));
        HandoverOrder order = order(agreementId, 2, 3, "20.00");
        ERP.meanwhile = () -> ERP.remove(key(2));

        transfer(order);

        assertThat(ERP.amounts()).isEqualTo(amounts(order));
        assertArrived(order, 1);
    }

    @Test
    void aTargetSomebodyCreatedMeanwhileIsChanged() {
        HandoverOrder order = order(agreementId, 1, 2, "10.00");
        ObjectNode theirs = ErpStandIn.object(ErpStandIn.read(
                "{\"id\":\"5d115c9c-44e3-ea11-bb43-000d3a2feca1\",\"@odata.etag\":\"W/0\",\"Amount\":1.00}"));
        ERP.meanwhile = () -> ERP.keep(theirs.put("ExternalKey", key(2)));

        transfer(order);

        assertThat(ERP.targets()).hasSize(2);
        assertThat(ERP.amounts()).isEqualTo(amounts(order));
        assertArrived(order, 1);
    }

    @Test
    void whoIsAlwaysFasterIsLeftAloneForNow() {
        transfer(order(agreementId, 1, 2, "10.00"));
        HandoverOrder order = order(agreementId, 2, 2, "20.00");
        ERP.calls.clear();
        ERP.meanwhile = () -> {
            ERP.change(key(2), "1.00");
            ERP.meanwhile = () -> ERP.change(key(2), "2.00");
        };
        assertThatThrownBy(() -> transfer(order)).isInstanceOf(UncheckedIOException.class);
        assertThat(ERP.calls).hasSize(2);
        assertThat(ledger())
                .filteredOn(entry -> entry.revision() == 2)
                .extracting(LedgerEntry::status)
                .containsExactly(HandoverStatus.ACCEPTED, HandoverStatus.FAILED);

        transfer(order);

        assertThat(ERP.amounts()).isEqualTo(amounts(order));
    }

    @Test
    void twoTargetsUnderOneKeyAreForAPerson() {
        transfer(order(agreementId, 1, 3, "10.00"));
        ERP.copy(key(2), key(2));
        HandoverOrder order = order(agreementId, 2, 3, "20.00");

        transfer(order);

        assertThat(ledger())
                .filteredOn(entry -> entry.revision() == 2)
                .extracting(LedgerEntry::status, LedgerEntry::error)
                .containsExactly(
                        tuple(HandoverStatus.ACCEPTED, null),
                        tuple(HandoverStatus.REJECTED, "2 targets have its key"),
                        tuple(HandoverStatus.ACCEPTED, null));
        assertThat(ERP.amounts())
                .containsEntry(key(1), "21.00")
                .containsEntry(key(2), "12.00 and 12.00")
                .containsEntry(key(3), "23.00");
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsNoLinesFault() {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        ERP.searchStatus = 400;
        assertPutOff(order, "400 BadRequest: Could not find a property");
        assertThat(ERP.calls).isEmpty();
        ERP.searchStatus = 0;

        transfer(order);

        assertThat(ERP.amounts()).isEqualTo(amounts(order));
        assertArrived(order, 2);
    }
}
