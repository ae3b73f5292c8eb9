package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.LateLevel;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.late.LateAgreements;
import io.konsens.agreement.late.LateMark;
import io.konsens.agreement.progress.FindProgress;
import io.konsens.agreement.progress.Node;
import io.konsens.agreement.staffing.AccountFinding;
import io.konsens.agreement.staffing.AccountFinding.Kind;
import io.konsens.agreement.staffing.AccountFinding.Remedy;
import io.konsens.agreement.staffing.ManagerChange;
import io.konsens.agreement.staffing.ManagerChanges;
import io.konsens.agreement.staffing.MoveAccounts;
import io.konsens.agreement.staffing.SpanChange;
import io.konsens.agreement.staffing.SpanChanges;
import io.konsens.notice.Notice;
import io.konsens.notice.NoticeState;
import io.konsens.notice.Outbox;
import io.konsens.planning.imports.ImportKind;
import io.konsens.platform.Problem;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lateness, substitutes, adjustments, people who come and go, and accounts that change hands, two at a time. */
@SuppressWarnings("NullAway.Init")
abstract class MeetingRules extends ProcessRules {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    private LateAgreements late;

    @Autowired
    private Outbox outbox;

    @Autowired
    private SpanChanges spanChanges;

    @Autowired
    private ManagerChanges managerChanges;

    @Autowired
    private MoveAccounts moveAccounts;

    @Autowired
    private FindProgress progress;

    @LocalServerPort
    private int port;

    @AfterEach
    void everythingIsAsItWas() {
        clock.reset();
        everybodyIsBack();
        rita("M1,Sales North,senior,,");
        team.load(ImportKind.ACCOUNTS, "account_id,name,segment,country,owner_id\nA1,Alpha,,,R1\n");
    }

    @Test
    void who_joins_within_the_period_is_late_by_the_days_they_work() {
        itIs("2026-09-02");
        rita("M1,Sales North,senior,2026-09-01,");
        Negotiation negotiation = negotiation();

        late.look();
        assertThat(late.mark(negotiation.agreement()))
                .as("a year would have passed its half")
                .isEmpty();

        // Three quarters of 122 days: 91 whole ones.
        itIs("2026-11-30");
        late.look();
        assertThat(late.mark(negotiation.agreement()))
                .contains(new LateMark(negotiation.id(), LateLevel.LAST_CHANCE, LocalDate.of(2026, 12, 1)));
        itIs("2026-12-01");
        late.look();
        assertThat(late.mark(negotiation.agreement())).map(LateMark::level).contains(LateLevel.TOO_LATE);
    }

    @Test
    void who_leaves_within_the_period_is_late_the_sooner() {
        itIs("2026-02-02");
        rita("M1,Sales North,senior,,2026-06-30");
        Negotiation negotiation = negotiation();
        itIs("2026-05-17");

        late.look();

        assertThat(late.mark(negotiation.agreement()))
                .contains(new LateMark(negotiation.id(), LateLevel.TOO_LATE, LocalDate.of(2026, 5, 16)));
    }

    @Test
    void an_adjustment_is_not_late_since_what_was_agreed_goes_on_to_hold() {
        itIs("2026-02-02");
        Negotiation former = negotiation().agreed();
        itIs("2026-11-02");
        Negotiation adjustment = adjustment(former, "m1", LocalDate.of(2026, 12, 1));

        late.look();

        assertThat(adjustment.events(EventType.LATE_FOUND)).isEmpty();
        assertThat(former.events(EventType.LATE_FOUND)).isEmpty();
        assertThat(told(adjustment)).isEmpty();
    }

    @Test
    void what_comes_too_late_is_told_to_who_stands_in_for_the_manager() {
        itIs("2026-09-10");
        Negotiation negotiation = negotiation();
        named("M1", "M2", 0, 5);

        late.look();

        assertThat(told(negotiation))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("m2", "b", SalesTeam.OWNER);
    }

    @Test
    void who_is_away_is_not_reminded_of_what_the_substitute_has() {
        Negotiation negotiation = negotiation().planned();
        fire(negotiation, "boundaryEvent_remind_reviewPlan");
        clock.reset();
        named("M1", "M2", 0, 5);
        fire(negotiation, "boundaryEvent_remind_reviewPlan");

        assertThat(told(negotiation))
                .extracting(Notice::recipient, Notice::state)
                .containsExactly(tuple("m2", NoticeState.WAITING), tuple("m1", NoticeState.SETTLED));
    }

    @Test
    void a_reps_delay_is_told_to_who_stands_in_for_the_manager_with_a_way_to_the_agreement() {
        Negotiation negotiation = negotiation();
        Visitor mia = Visitor.person(port, "m2");
        assertThat(mia.get("/agreements/" + negotiation.id()).status()).isEqualTo(404);
        named("M1", "M2", 0, 60);

        fire(negotiation, "boundaryEvent_escalate_planTargets");

        assertThat(told(negotiation)).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo("m2");
            assertThat(notice.text()).contains("Rita Reich hat diesen Schritt noch nicht erledigt", "Sie vertreten");
            assertThat(notice.path()).isEqualTo("/agreements/" + negotiation.id());
            assertThat(mia.get(notice.path()).status()).isEqualTo(200);
        });
    }

    @Test
    void a_reminder_of_an_adjustment_says_that_it_is_one() {
        Negotiation adjustment = adjustment(agreed(), "m1", TODAY.plusDays(30));

        fire(adjustment, "boundaryEvent_remind_planTargets");

        assertThat(told(adjustment))
                .singleElement()
                .satisfies(notice -> assertThat(notice.subject())
                        .startsWith("Erinnerung: Ziele planen")
                        .contains("(Anpassung)"));
    }

    @Test
    void who_turns_out_to_leave_is_adjusted_to_the_days_they_work() {
        Negotiation former = agreed();
        LocalDate last = TODAY.plusDays(100);
        rita("M1,Sales North,senior,," + last);
        assertThat(spans(former))
                .extracting(SpanChange::agreementId, SpanChange::remedy)
                .containsExactly(tuple(former.id(), "Adjust"));

        Negotiation adjustment = adjustment(former, "m1", TODAY.plusDays(30));

        assertThat(spans(former)).as("it is seen to").isEmpty();
        assertThat(adjustment.events(EventType.PRORATED))
                .extracting(NegotiationEvent::to)
                .containsExactly(last.toString());
        adjustment.agreed();
        assertThat(spans(former)).isEmpty();

        rita("M1,Sales North,senior,," + last.minusDays(7));
        Negotiation again = adjustment(adjustment, "m1", TODAY.plusDays(30));
        again.withdrawn("r1", "I insist");
        assertThat(spans(former)).extracting(SpanChange::agreementId).containsExactly(adjustment.id());
    }

    @Test
    void an_account_leaves_an_agreed_target_by_an_adjustment_to_what_was_set_for_the_days_gone() {
        Negotiation ritas = agreed();
        Negotiation ralfs = new Negotiation(beans, ritas.agreement().periodId() + "-R2");
        team.load(ImportKind.ACCOUNTS, "account_id,name,segment,country,owner_id\nA1,Alpha,,,R2\n");
        assertThat(accounts(ritas)).extracting(AccountFinding::remedy).containsExactly(Remedy.ADJUST_FORMER);

        Negotiation adjustment = adjustment(ritas, "m1", TODAY.plusDays(30));
        assertThat(accounts(ritas))
                .extracting(AccountFinding::kind, AccountFinding::remedy, AccountFinding::former)
                .containsExactly(tuple(Kind.BY_FORMER_OWNER, Remedy.LOWER_FORMER, adjustment.id()));
        assertThat(move(ritas)).extracting(Problem::code).containsExactly("move.remedy.LOWER_FORMER");
        for (PlanLine line : adjustment.agreement().lines()) {
            if (line.setBy() == SetBy.REP) {
                BigDecimal plan = "A1".equals(line.accountId())
                        ? line.former().elapsed()
                        : line.former().agreed();
                adjustment.change("r1", new LineChange.Plan(line.lineId(), line.version(), plan, "Ralf has Alpha now"));
            }
        }
        adjustment
                .submitted("r1", Map.of())
                .reviewedWithoutProposals()
                .confirmed("r1")
                .confirmed("m1");

        assertThat(accounts(ritas))
                .extracting(AccountFinding::kind, AccountFinding::remedy, AccountFinding::agreement)
                .containsExactly(tuple(Kind.BY_NOBODY, Remedy.MOVE, ralfs.id()));
        assertThat(move(ritas)).isEmpty();
        assertThat(accounts(ritas)).isEmpty();
        assertThat(ralfs.agreement().lines()).extracting(PlanLine::accountId).contains("A1");
    }

    @Test
    void a_new_manager_leads_the_adjustment_and_what_was_agreed_stays_with_the_former_one() {
        Negotiation former = agreed();
        Negotiation adjustment = adjustment(former, "r1", TODAY.plusDays(30)).planned();
        rita("M2,Sales South,senior,,");
        String period = former.agreement().periodId();

        assertThat(managerChanges.of(period, team.caller(SalesTeam.OWNER)))
                .extracting(ManagerChange::agreementId)
                .containsExactly(adjustment.id());
        team.as(
                SalesTeam.OWNER,
                () -> managerChanges.reassign(
                        period, List.of(adjustment.id()), "Rita works for Mia now", team.caller(SalesTeam.OWNER)));

        assertThat(task(adjustment, "reviewPlan").getAssignee()).isEqualTo("m2");
        assertThat(adjustment
                        .reviewedWithoutProposals()
                        .confirmed("r1")
                        .confirmed("m2")
                        .manager())
                .isEqualTo("m2");
        assertThat(former.manager()).isEqualTo("m1");
    }

    @Test
    void sums_take_what_is_in_force_and_the_progress_leads_to_the_adjustment() {
        Negotiation former = agreed();
        BigDecimal before = rita(former).totals().get("revenue").figures().agreed();
        Negotiation adjustment = adjustment(former, "r1", TODAY.plusDays(30)).planned("1.1");

        assertThat(rita(former).standing()).satisfies(standing -> {
            assertThat(standing.agreementId()).isEqualTo(former.id());
            assertThat(standing.adjustmentId()).isEqualTo(adjustment.id());
        });
        assertThat(rita(former).totals().get("revenue").figures().agreed()).isEqualByComparingTo(before);

        adjustment.reviewedWithoutProposals().confirmed("r1").confirmed("m1");

        assertThat(rita(former).standing().agreementId()).isEqualTo(adjustment.id());
        assertThat(rita(former).standing().adjustmentId()).isNull();
        assertThat(rita(former).totals().get("revenue").figures().agreed())
                .isEqualByComparingTo(before.multiply(new BigDecimal("1.1")));
    }

    private Node rita(Negotiation negotiation) {
        return progress.of(negotiation.agreement().periodId(), team.caller(SalesTeam.OWNER))
                .all()
                .filter(node -> node.id().equals("p:R1"))
                .findFirst()
                .orElseThrow();
    }

    private List<SpanChange> spans(Negotiation negotiation) {
        return spanChanges.of(negotiation.agreement().periodId(), team.caller(SalesTeam.OWNER));
    }

    private List<AccountFinding> accounts(Negotiation negotiation) {
        return moveAccounts.findings(negotiation.agreement().periodId(), team.caller(SalesTeam.OWNER));
    }

    private List<Problem> move(Negotiation negotiation) {
        return moveAccounts.move(
                negotiation.agreement().periodId(), List.of("A1"), "Ralf has it now", team.caller(SalesTeam.OWNER));
    }

    /** In the middle of its period. */
    private Negotiation agreed() {
        return new Negotiation(beans, team.newAgreement("R1", TODAY.minusDays(100), TODAY.plusDays(264))).agreed();
    }

    /** Newest first. */
    private List<Notice> told(Negotiation negotiation) {
        return outbox.list(new Outbox.Filter(null, null, null), 10_000, team.caller(SalesTeam.OWNER)).stream()
                .filter(notice -> negotiation.id().equals(notice.agreementId()))
                .toList();
    }

    private void fire(Negotiation negotiation, String timer) {
        var job = job(negotiation, timer);
        clock.set(job.getDuedate().toInstant().plusSeconds(30));
        managementService.executeJob(job.getId());
    }

    private void itIs(String day) {
        clock.set(LocalDateTime.parse(day + "T05:15")
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant());
    }

    /** @param facts manager, org unit, seniority, first and last day of work */
    private void rita(String facts) {
        team.load(
                ImportKind.EMPLOYEES,
                "employee_id,name,email,role,manager_id,org_unit,seniority,entry_date,exit_date\n"
                        + "R1,Rita Reich,r1@example.org,rep," + facts + "\n");
    }
}
