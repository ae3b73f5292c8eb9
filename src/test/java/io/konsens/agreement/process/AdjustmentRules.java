package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.application.AdjustAgreement;
import io.konsens.agreement.application.FindAgreements;
import io.konsens.agreement.application.TransferTargets;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.Revision;
import io.konsens.agreement.domain.SetBy;
import io.konsens.handover.Handover;
import io.konsens.handover.HandoverStatus;
import io.konsens.handover.LedgerEntry;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import io.konsens.testing.SalesTeam;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was agreed is changed only by another agreement both confirm, for a reason and for days to come. */
@SuppressWarnings("NullAway.Init")
abstract class AdjustmentRules extends ProcessRules {

    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate NEXT_MONTH = TODAY.plusDays(30);

    @Autowired
    private AdjustAgreement adjust;

    @Autowired
    private Agreements agreements;

    @Autowired
    private FindAgreements find;

    @Autowired
    private TransferTargets targets;

    @Autowired
    private Handover handover;

    @Test
    void it_runs_through_the_same_steps_and_until_both_have_confirmed_the_former_is_in_force() {
        Negotiation former = agreed();
        Negotiation adjustment = adjustment(former, "r1");

        assertThat(adjustment.instance()).isWaitingAtExactly("userTask_planTargets");
        assertThat(task(adjustment, "planTargets")).isAssignedTo("r1");
        assertThat(task(adjustment, "planTargets").getName()).contains("(");
        adjustment.planned("1.1").reviewedWithoutProposals().confirmed("r1");
        assertThat(inForce(former)).isEqualTo(former.id());
        assertThat(former.state()).isEqualTo(AgreementState.AGREED);

        adjustment.confirmed("m1");
        assertThat(inForce(former)).isEqualTo(adjustment.id());
        assertThat(adjustment.state()).isEqualTo(AgreementState.AGREED);
        assertThat(former.state()).isEqualTo(AgreementState.AGREED);
        assertThat(former.events(EventType.SUPERSEDED))
                .singleElement()
                .extracting(NegotiationEvent::to)
                .isEqualTo(adjustment.id());
        assertThat(adjustment.events(EventType.ADJUSTS))
                .singleElement()
                .extracting(NegotiationEvent::from, NegotiationEvent::reason)
                .containsExactly(former.id(), "The market broke away");
    }

    @Test
    void either_side_and_process_owners_may_ask_for_it_and_nobody_else() {
        for (String login : List.of("r1", "m1", SalesTeam.OWNER)) {
            assertThat(adjustment(agreed(), login).state()).as(login).isEqualTo(AgreementState.PLANNING);
        }
        Negotiation former = agreed();
        refused("adjustment.notYours", () -> adjustment(former, "b"));
        refused("refusal.notFound", () -> adjustment(former, "r2"));
    }

    @Test
    void one_that_comes_to_nothing_leaves_the_former_in_force_and_another_may_be_begun() {
        Negotiation former = agreed();
        Negotiation adjustment = adjustment(former, "m1").planned();

        adjustment.withdrawn("r1", "I insist");

        assertThat(adjustment.state()).isEqualTo(AgreementState.WITHDRAWN);
        assertThat(adjustment.hasEnded()).isTrue();
        assertThat(inForce(former)).isEqualTo(former.id());
        assertThat(former.events(EventType.ADJUSTMENT_ENDED))
                .singleElement()
                .extracting(NegotiationEvent::by, NegotiationEvent::to, NegotiationEvent::reason)
                .containsExactly("r1", adjustment.id(), "I insist");
        assertThat(adjustment(former, "m1").id()).isEqualTo(former.id() + "-r3");
    }

    @Test
    void a_first_agreement_is_not_ended_by_its_sides() {
        Negotiation first = negotiation().planned();
        for (String side : List.of("r1", "m1")) {
            refused("refusal.onlyProcessOwner", () -> first.withdrawn(side, "No"));
        }
        assertThat(first.state()).isEqualTo(AgreementState.REVIEW);
    }

    @Test
    void a_dispute_about_it_cannot_end_in_an_assignment() {
        Negotiation former = agreed();
        Negotiation adjustment = adjustment(former, "m1").inDispute();

        refused("adjustment.neverAssigned", () -> adjustment.resolved("b", "ASSIGNED"));
        assertThat(adjustment.instance()).isWaitingAtExactly("userTask_resolveDispute");
        adjustment.withdrawn("b", "There is no consensus");
        assertThat(inForce(former)).isEqualTo(former.id());
        assertThat(former.state()).isEqualTo(AgreementState.AGREED);
    }

    @Test
    void of_many_who_ask_at_the_same_moment_one_gets_it() {
        Negotiation former = agreed();
        List<CompletableFuture<Boolean>> asked = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        adjustment(former, i % 2 == 0 ? "r1" : "m1");
                        return true;
                    } catch (Refusal refusal) {
                        return false;
                    }
                }))
                .toList();
        assertThat(asked.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        refused("adjustment.open", () -> adjustment(former, "r1"));
        assertThat(revisions(former)).extracting(Revision::revision).containsExactly(1, 2);
    }

    @Test
    void it_is_begun_neither_before_anything_was_agreed_nor_for_days_gone() {
        Negotiation open = negotiation().planned();
        refused("adjustment.notAgreed", () -> adjustment(open, "m1"));
        Negotiation former = agreed();
        refused("adjustment.past", () -> adjustment(former, "m1", TODAY.minusDays(2)));
        refused("adjustment.outsidePeriod", () -> adjustment(former, "m1", TODAY.plusYears(2)));
        assertThat(revisions(former)).hasSize(1);
    }

    @Test
    void no_target_is_taken_below_what_it_is_for_days_gone() {
        Negotiation adjustment = adjustment(agreed(), "r1");
        PlanLine line = adjustment.agreement().lines().stream()
                .filter(one -> one.setBy() == SetBy.REP && one.accountId() != null)
                .findFirst()
                .orElseThrow();
        LineChange less = new LineChange.Plan(
                line.lineId(), line.version(), line.former().elapsed().subtract(new BigDecimal("0.01")), null);

        refused("adjustment.belowElapsed", () -> adjustment.change("r1", less));
        assertThat(line.former().elapsed()).isPositive();
    }

    @Test
    void of_somebody_who_joined_within_the_period_only_the_days_they_worked_are_gone() {
        Negotiation former = agreed();
        jdbc.update(
                "insert into konsens.proration values (?, ?, ?, 'DAYS', 316, 366)",
                former.id(),
                TODAY.minusDays(50),
                TODAY.plusDays(265));
        Negotiation adjustment = adjustment(former, "r1");

        // 80 of their 316 days
        assertThat(adjustment.agreement().lines())
                .filteredOn(line -> line.accountId() != null)
                .extracting(
                        line -> line.former().agreed(), line -> line.former().elapsed())
                .containsExactly(
                        tuple(new BigDecimal("1000.00"), new BigDecimal("253.16")),
                        tuple(new BigDecimal("2000.00"), new BigDecimal("506.33")));
    }

    @Test
    void the_systems_get_the_new_figures_under_the_same_keys_and_what_they_got_before_stays_in_the_ledger() {
        Negotiation former = agreed();
        runJobs(former);
        assertThat(former.state()).isEqualTo(AgreementState.HANDED_OVER);
        List<LedgerEntry> before = handover.ledger(former.id());

        Negotiation adjustment = adjustment(former, "r1").planned("1.2").reviewedWithoutProposals();
        assertThat(handover.ledger(former.id())).isEqualTo(before);
        adjustment.confirmed("r1").confirmed("m1");
        runJobs(adjustment);

        assertThat(adjustment.state()).isEqualTo(AgreementState.HANDED_OVER);
        assertThat(former.state()).isEqualTo(AgreementState.HANDED_OVER);
        List<LedgerEntry> after = handover.ledger(former.id());
        assertThat(after).containsAll(before).hasSize(2 * before.size());
        assertThat(after)
                .filteredOn(entry -> entry.revision() == 2)
                .extracting(LedgerEntry::lineId)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(LedgerEntry::lineId).toList());
        List<String> first = file(former, 1);
        List<String> second = file(former, 2);
        assertThat(second)
                .extracting(AdjustmentRules::key)
                .isEqualTo(first.stream().map(AdjustmentRules::key).toList());
        assertThat(second).allMatch(row -> row.endsWith("," + NEXT_MONTH));
        assertThat(second).anyMatch(row -> row.contains(",1200.00,")).noneMatch(first::contains);
    }

    @Test
    void a_late_retry_of_the_former_never_overwrites_the_adjustment() {
        Negotiation former = agreed();
        managementService.executeJob(job(former, "serviceTask_transferToCrm").getId());
        Negotiation adjustment = adjustment(former, "r1").agreed();
        runJobs(adjustment);
        List<LedgerEntry> before = handover.ledger(former.id());

        // Its job for the ERP, which had waited all the time.
        runJobs(former);
        targets.transfer(former.id(), TargetSystem.CRM);

        assertThat(handover.ledger(former.id())).isEqualTo(before);
        assertThat(before)
                .extracting(LedgerEntry::system, LedgerEntry::revision, LedgerEntry::status)
                .contains(tuple(TargetSystem.CRM, 1, HandoverStatus.ACCEPTED))
                .contains(tuple(TargetSystem.ERP, 2, HandoverStatus.ACCEPTED))
                .doesNotContain(tuple(TargetSystem.ERP, 1, HandoverStatus.ACCEPTED));
        assertThat(former.hasEnded()).isTrue();
        assertThat(former.state()).as("it never arrived as a whole").isEqualTo(AgreementState.AGREED);
        assertThat(adjustment.state()).isEqualTo(AgreementState.HANDED_OVER);
    }

    @Test
    void sending_again_sends_what_is_in_force() {
        Negotiation former = agreed();
        runJobs(former);
        Negotiation adjustment = adjustment(former, "r1").agreed();
        runJobs(adjustment);
        String line = former.agreement().lines().get(0).lineId();

        team.as(
                SalesTeam.OWNER,
                () -> targets.resync(former.id(), TargetSystem.CRM, List.of(line), team.caller(SalesTeam.OWNER)));
        runJobs(adjustment);

        assertThat(handover.ledger(former.id()))
                .filteredOn(entry ->
                        entry.system() == TargetSystem.CRM && entry.lineId().equals(line))
                .extracting(LedgerEntry::revision, LedgerEntry::attempts)
                .containsExactlyInAnyOrder(tuple(1, 1), tuple(2, 2));
    }

    @Test
    void a_rep_counts_once_however_often_targets_were_adjusted() {
        Negotiation former = agreed();
        String period = former.agreement().periodId();
        int total = total(period);
        Negotiation adjustment = adjustment(former, "r1");
        assertThat(total(period)).isEqualTo(total);
        adjustment.agreed();
        assertThat(total(period)).isEqualTo(total);
        assertThat(find.list(period, team.caller(SalesTeam.OWNER)))
                .filteredOn(one -> one.repId().equals("R1"))
                .extracting(one -> one.agreementId(), one -> one.inForce())
                .containsExactly(tuple(former.id(), false), tuple(adjustment.id(), true));
    }

    private int total(String period) {
        return find.progress(period, team.caller(SalesTeam.OWNER)).total();
    }

    /** In the middle of its period. */
    private Negotiation agreed() {
        return new Negotiation(beans, team.newAgreement("R1", TODAY.minusDays(100), TODAY.plusDays(265))).agreed();
    }

    private Negotiation adjustment(Negotiation former, String login) {
        return adjustment(former, login, NEXT_MONTH);
    }

    private String inForce(Negotiation negotiation) {
        return agreements.inForce(negotiation.id());
    }

    private List<Revision> revisions(Negotiation negotiation) {
        return adjust.revisions(negotiation.agreement()).all();
    }

    /** The rows the CRM got, without the heading. */
    private static List<String> file(Negotiation former, int revision) {
        Path file = Path.of("target/process-test/handover/crm", former.id() + "-r" + revision + ".csv");
        try {
            return Files.readAllLines(file).stream().skip(1).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String key(String row) {
        return row.substring(0, row.indexOf(','));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(work)
                .satisfies(refusal ->
                        assertThat(refusal.problems()).extracting(Problem::code).contains(code));
    }
}
