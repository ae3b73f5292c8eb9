package io.konsens.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.konsens.handover.persistence.DifferenceMapper;
import io.konsens.handover.persistence.LedgerMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger on a real PostgreSQL, with a system behind it that does whatever it is told. */
@SpringBootTest(classes = HandoverTest.Setup.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class HandoverTest {

    @Import(LedgerSetup.class)
    static class Setup {

        @Bean
        FakeSystem erp() {
            return new FakeSystem(TargetSystem.ERP);
        }

        @Bean
        FakeSystem crm() {
            return new FakeSystem(TargetSystem.CRM);
        }
    }

    @Autowired
    private Handover handover;

    @Autowired
    private FakeSystem erp;

    @Autowired
    private FakeSystem crm;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private LedgerMapper ledgerMapper;

    @Autowired
    private DifferenceMapper differenceMapper;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TransactionTemplate transaction;

    private String agreementId;

    @BeforeEach
    void freshSystems() {
        agreementId = "2027-" + UUID.randomUUID();
        for (FakeSystem system : List.of(erp, crm)) {
            system.figures.clear();
            system.calls.clear();
            system.rejects.clear();
            system.silentAbout.clear();
            system.callsUntilOutage = Integer.MAX_VALUE;
            system.currency = "EUR";
            system.canBeRead = true;
            system.whileSending = () -> {};
        }
    }

    private HandoverOrder order(int revision, int lines, String base) {
        return Orders.order(agreementId, revision, lines, base);
    }

    @Test
    void sendsEveryLineOnceAndKeepsAccount() {
        handover.transfer(TargetSystem.ERP, order(1, 3, "100.00"));
        handover.transfer(TargetSystem.ERP, order(1, 3, "100.00"));

        assertThat(erp.calls).containsExactly(List.of("l1", "l2"), List.of("l3"));
        assertThat(handover.ledger(agreementId)).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.status()).isEqualTo(HandoverStatus.ACCEPTED);
            assertThat(entry.remoteId()).isEqualTo("remote-" + entry.lineId());
            assertThat(entry.attempts()).isEqualTo(1);
            assertThat(entry.error()).isNull();
            assertThat(entry.payloadHash()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void isOpenUntilBothSystemsHaveEverything() {
        assertThat(handover.progress(order(1, 2, "1"))).isEqualTo(Handover.Progress.OPEN);
        handover.transfer(TargetSystem.ERP, order(1, 2, "1"));
        assertThat(handover.progress(order(1, 2, "1"))).isEqualTo(Handover.Progress.OPEN);
        handover.transfer(TargetSystem.CRM, order(1, 2, "1"));
        assertThat(handover.progress(order(1, 2, "1"))).isEqualTo(Handover.Progress.COMPLETE);
        assertThat(handover.progress(order(2, 2, "1"))).isEqualTo(Handover.Progress.OPEN);
    }

    @Test
    void anOutageKeepsWhatWasAcceptedAndIsWorthAnotherTry() {
        erp.callsUntilOutage = 1;
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> handover.transfer(TargetSystem.ERP, order(1, 5, "7")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("503 Service Unavailable");
            erp.callsUntilOutage = 0;
        }
        assertThat(handover.ledger(agreementId))
                .extracting(LedgerEntry::lineId, LedgerEntry::status, LedgerEntry::attempts)
                .containsExactly(
                        tuple("l1", HandoverStatus.ACCEPTED, 1),
                        tuple("l2", HandoverStatus.ACCEPTED, 1),
                        tuple("l3", HandoverStatus.FAILED, 2),
                        tuple("l4", HandoverStatus.FAILED, 2));
        assertThat(handover.ledger(agreementId).get(2).error()).contains("503 Service Unavailable");

        erp.callsUntilOutage = Integer.MAX_VALUE;
        erp.calls.clear();
        handover.transfer(TargetSystem.ERP, order(1, 5, "7"));

        assertThat(erp.calls).containsExactly(List.of("l3", "l4"), List.of("l5"));
        assertThat(handover.ledger(agreementId))
                .allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED && entry.error() == null)
                .extracting(LedgerEntry::attempts)
                .containsExactly(1, 1, 3, 3, 1);
    }

    @Test
    void theLedgerOutlivesTheCallersTransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    handover.transfer(TargetSystem.ERP, order(1, 2, "5"));
                    throw new IllegalStateException("the node dies before its transaction commits");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(handover.ledger(agreementId)).hasSize(2);
        handover.transfer(TargetSystem.ERP, order(1, 2, "5"));
        assertThat(erp.calls).hasSize(1);
    }

    @Test
    void aCrashBetweenAcceptanceAndLedgerIsRepeatedWithoutDoubleEffect() {
        erp.whileSending = () -> {
            erp.figures.put(agreementId + ":l1", new BigDecimal("6"));
            throw new IllegalStateException("the node dies before the ledger is written");
        };
        assertThatThrownBy(() -> handover.transfer(TargetSystem.ERP, order(1, 2, "5")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(handover.ledger(agreementId)).isEmpty();

        erp.whileSending = () -> {};
        handover.transfer(TargetSystem.ERP, order(1, 2, "5"));
        assertThat(erp.figures).hasSize(2).containsEntry(agreementId + ":l1", new BigDecimal("6"));
        assertThat(handover.ledger(agreementId)).hasSize(2);
    }

    @Test
    void aRejectedLineIsForAPersonNotForARetry() {
        erp.rejects.add("l2");
        handover.transfer(TargetSystem.ERP, order(1, 3, "5"));
        handover.transfer(TargetSystem.ERP, order(1, 3, "5"));

        assertThat(erp.calls).hasSize(2);
        LedgerEntry rejected = handover.ledger(agreementId).get(1);
        assertThat(rejected.status()).isEqualTo(HandoverStatus.REJECTED);
        assertThat(rejected.error()).isEqualTo("Unknown personnel number");
        assertThat(handover.progress(order(1, 3, "5"))).isEqualTo(Handover.Progress.REJECTED);
    }

    @Test
    void whatWasRejectedIsSentAgainOnceItIsReleased() {
        erp.rejects.add("l2");
        handover.transfer(TargetSystem.ERP, order(1, 3, "5"));
        erp.rejects.clear();
        erp.calls.clear();
        handover.releaseRejected(order(1, 3, "5"));
        handover.transfer(TargetSystem.ERP, order(1, 3, "5"));

        assertThat(erp.calls).containsExactly(List.of("l2"));
        assertThat(erp.figures).hasSize(3);
        assertThat(handover.ledger(agreementId)).allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED);
    }

    @Test
    void onlyTheLinesAskedForAreSentAgainAndOnlyWhereTheyAreAskedFor() {
        for (TargetSystem system : TargetSystem.values()) {
            handover.transfer(system, order(1, 3, "5"));
        }
        erp.calls.clear();
        crm.calls.clear();
        handover.release(order(1, 3, "5"), TargetSystem.ERP, List.of("l1", "l3"));
        for (TargetSystem system : TargetSystem.values()) {
            handover.transfer(system, order(1, 3, "5"));
        }

        assertThat(erp.calls).containsExactly(List.of("l1", "l3"));
        assertThat(crm.calls).isEmpty();
    }

    @Test
    void findsWhatIsMissingDifferentAndExtra() throws IOException {
        handover.transfer(TargetSystem.ERP, order(1, 3, "100.00"));
        erp.figures.remove(agreementId + ":l1");
        erp.figures.put(agreementId + ":l2", new BigDecimal("99.99"));
        erp.figures.put(agreementId + ":l9", new BigDecimal("7"));

        assertThat(reconciliation.check(TargetSystem.ERP, order(1, 3, "100.00")))
                .isTrue();

        assertThat(reconciliation.found(agreementId))
                .extracting(Difference::lineId, Difference::kind, Difference::expected, Difference::found)
                .containsExactly(
                        tuple("l1", Difference.Kind.MISSING, new BigDecimal("101.00"), null),
                        tuple("l2", Difference.Kind.DIFFERENT, new BigDecimal("102.00"), new BigDecimal("99.99")),
                        tuple(null, Difference.Kind.EXTRA, null, new BigDecimal("7")));
    }

    @Test
    void theSameAmountInAnotherCurrencyIsDifferent() throws IOException {
        handover.transfer(TargetSystem.ERP, order(1, 1, "100.00"));
        reconciliation.check(TargetSystem.ERP, order(1, 1, "100.00"));
        assertThat(reconciliation.found(agreementId)).isEmpty();

        erp.currency = "USD";
        reconciliation.check(TargetSystem.ERP, order(1, 1, "100.00"));

        assertThat(reconciliation.found(agreementId)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Difference.Kind.DIFFERENT);
            assertThat(one.foundCurrency()).isEqualTo("USD");
        });
    }

    @Test
    void whatWasNeverAcceptedIsNoDifference() throws IOException {
        erp.rejects.add("l1");
        handover.transfer(TargetSystem.ERP, order(1, 1, "100.00"));

        reconciliation.check(TargetSystem.ERP, order(1, 1, "100.00"));

        assertThat(reconciliation.found(agreementId)).isEmpty();
    }

    @Test
    void aDifferenceIsSettledOnceTheFigureIsAcceptedAgain() throws IOException {
        handover.transfer(TargetSystem.ERP, order(1, 2, "100.00"));
        erp.figures.clear();
        reconciliation.check(TargetSystem.ERP, order(1, 2, "100.00"));
        assertThat(reconciliation.found(agreementId)).hasSize(2);

        handover.release(order(1, 2, "100.00"), TargetSystem.ERP, List.of("l1"));
        handover.transfer(TargetSystem.ERP, order(1, 2, "100.00"));

        assertThat(reconciliation.found(agreementId))
                .extracting(Difference::lineId)
                .containsExactly("l2");
    }

    @Test
    void aSystemThatDoesNotAnswerLeavesWhatWasFoundBefore() throws IOException {
        handover.transfer(TargetSystem.ERP, order(1, 1, "100.00"));
        erp.figures.clear();
        reconciliation.check(TargetSystem.ERP, order(1, 1, "100.00"));
        erp.callsUntilOutage = 0;

        assertThatThrownBy(() -> reconciliation.check(TargetSystem.ERP, order(1, 1, "100.00")))
                .isInstanceOf(IOException.class);

        assertThat(reconciliation.found(agreementId)).hasSize(1);
    }

    @Test
    void aSystemThatCannotBeAskedHasNoDifferences() throws IOException {
        handover.transfer(TargetSystem.ERP, order(1, 1, "100.00"));
        erp.canBeRead = false;

        assertThat(reconciliation.check(TargetSystem.ERP, order(1, 1, "100.00")))
                .isFalse();
        assertThat(reconciliation.found(agreementId)).isEmpty();
    }

    @Test
    void aFollowerIsToldOnlyWhatItsLeaderHasAcceptedInFull() {
        Handover led = new Handover(
                List.of(erp, crm),
                ledgerMapper,
                differenceMapper,
                transactions,
                Clock.systemUTC(),
                new HandoverProperties(TargetSystem.ERP));
        erp.rejects.add("l2");
        for (TargetSystem system : TargetSystem.values()) {
            transaction.executeWithoutResult(status -> led.transfer(system, order(1, 2, "5")));
        }
        assertThat(crm.calls).isEmpty();
        assertThat(led.progress(order(1, 2, "5"))).isEqualTo(Handover.Progress.REJECTED);

        erp.rejects.clear();
        led.releaseRejected(order(1, 2, "5"));
        transaction.executeWithoutResult(status -> led.transfer(TargetSystem.ERP, order(1, 2, "5")));
        assertThat(led.progress(order(1, 2, "5"))).isEqualTo(Handover.Progress.OPEN);
        transaction.executeWithoutResult(status -> led.transfer(TargetSystem.CRM, order(1, 2, "5")));

        assertThat(crm.figures).hasSize(2);
        assertThat(led.progress(order(1, 2, "5"))).isEqualTo(Handover.Progress.COMPLETE);
    }

    @Test
    void aMendedLineIsSentAgain() {
        erp.rejects.add("l1");
        handover.transfer(TargetSystem.ERP, order(1, 2, "5"));
        erp.rejects.clear();
        handover.transfer(TargetSystem.ERP, order(1, 2, "6"));

        assertThat(erp.figures).containsEntry(agreementId + ":l1", new BigDecimal("7"));
        assertThat(handover.ledger(agreementId).get(0).attempts()).isEqualTo(2);
    }

    @Test
    void aLineTheSystemSaysNothingAboutIsTriedAgain() {
        erp.silentAbout.add("l2");
        assertThatThrownBy(() -> handover.transfer(TargetSystem.ERP, order(1, 2, "5")))
                .isInstanceOf(UncheckedIOException.class);
        erp.silentAbout.clear();
        handover.transfer(TargetSystem.ERP, order(1, 2, "5"));

        assertThat(erp.calls).containsExactly(List.of("l1", "l2"), List.of("l2"));
    }

    @Test
    void aLateRetryNeverOverwritesNewerFigures() {
        handover.transfer(TargetSystem.ERP, order(2, 1, "200"));
        handover.transfer(TargetSystem.ERP, order(1, 1, "100"));

        assertThat(erp.figures).containsEntry(agreementId + ":l1", new BigDecimal("201"));
        assertThat(handover.ledger(agreementId))
                .extracting(LedgerEntry::revision)
                .containsExactly(2);
    }

    @Test
    void twoNodesWithTheSameJobTakeTurns() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        erp.whileSending = () -> {
            sending.countDown();
            try {
                goOn.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> handover.transfer(TargetSystem.ERP, order(1, 1, "5")));
        assertThat(sending.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> handover.transfer(TargetSystem.ERP, order(1, 1, "5")));
        assertThat(second).isNotDone();
        goOn.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);

        assertThat(erp.calls).hasSize(1);
        assertThat(handover.ledger(agreementId)).hasSize(1);
    }
}
