package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.staffing.AccountFinding;
import io.konsens.agreement.staffing.AccountFinding.Kind;
import io.konsens.agreement.staffing.AccountFinding.Remedy;
import io.konsens.agreement.staffing.MoveAccounts;
import io.konsens.planning.imports.ImportKind;
import io.konsens.platform.Problem;
import io.konsens.testing.SalesTeam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Account A1 goes from Rita to Ralf while agreements run: nothing is planned twice or by nobody. */
abstract class AccountRules extends ProcessRules {

    @Autowired
    private MoveAccounts moveAccounts;

    @Autowired
    private LeadAgreement leadAgreement;

    @AfterEach
    void everyAccountIsBack() {
        owns("R1");
    }

    @Test
    void as_long_as_nothing_changes_every_account_is_planned_once() {
        assertThat(findings(negotiation())).isEmpty();
    }

    @Test
    void an_account_that_changed_hands_is_listed_and_moves_with_its_history_left_behind() {
        Negotiation ritas = negotiation();
        Negotiation ralfs = of(ritas, "R2");
        owns("R2");

        assertThat(findings(ritas))
                .extracting(
                        AccountFinding::accountId,
                        AccountFinding::kind,
                        AccountFinding::remedy,
                        AccountFinding::former,
                        AccountFinding::agreement,
                        AccountFinding::amount)
                .containsExactly(tuple(
                        "A1", Kind.BY_FORMER_OWNER, Remedy.MOVE, ritas.id(), ralfs.id(), new BigDecimal("1000.00")));
        assertThat(accounts(ritas)).as("nothing happens silently").containsExactly("A1", "A2");

        assertThat(move(ritas)).isEmpty();

        assertThat(findings(ritas)).isEmpty();
        assertThat(accounts(ritas)).containsExactly("A2");
        assertThat(accounts(ralfs)).containsExactly("A3", "A1");
        assertThat(ralfs.agreement().lines()).last().satisfies(line -> {
            assertThat(line.baseline()).isEqualByComparingTo("1000.00");
            assertThat(line.cameFrom())
                    .isEqualTo(ritas.agreement().closedLines().get(0).lineId());
        });
        assertThat(ritas.events(EventType.LINE_MOVED_AWAY))
                .extracting(NegotiationEvent::by, NegotiationEvent::to, NegotiationEvent::reason)
                .containsExactly(tuple(SalesTeam.OWNER, ralfs.id(), "Ralf knows Alpha"));
        assertThat(ralfs.events(EventType.LINE_MOVED_IN))
                .extracting(NegotiationEvent::by, NegotiationEvent::from, NegotiationEvent::reason)
                .containsExactly(tuple(SalesTeam.OWNER, ritas.id(), "Ralf knows Alpha"));
    }

    @Test
    void both_negotiate_on_to_the_end_and_each_figure_is_agreed_once() {
        Negotiation ritas = negotiation().planned();
        Negotiation ralfs = of(ritas, "R2").planned();
        owns("R2");
        move(ritas);

        assertThat(ralfs.state()).as("Ralf plans Alpha himself").isEqualTo(AgreementState.PLANNING);
        assertThat(ralfs.instance()).isWaitingAtExactly("userTask_planTargets");
        assertThat(ralfs.events(EventType.STATE_CHANGED))
                .last()
                .extracting(
                        NegotiationEvent::from, NegotiationEvent::to, NegotiationEvent::reason, NegotiationEvent::by)
                .containsExactly("REVIEW", "PLANNING", "Ralf knows Alpha", SalesTeam.OWNER);
        ritas.reviewedWithoutProposals().confirmed("r1").confirmed("m1");
        ralfs.planned().reviewedWithoutProposals().confirmed("r2").confirmed("m1");

        assertThat(ritas.state()).isEqualTo(AgreementState.AGREED);
        assertThat(ralfs.state()).isEqualTo(AgreementState.AGREED);
        assertThat(jdbc.queryForObject(
                        "select sum(agreed) from konsens.plan_line where account_id is not null and agreement_id in (?, ?)",
                        BigDecimal.class,
                        ritas.id(),
                        ralfs.id()))
                .isEqualByComparingTo("6000.00");
        assertThat(findings(ritas)).isEmpty();
    }

    @Test
    void from_any_step_before_the_figures_are_frozen_the_owner_plans_again_and_goes_on_in_the_same_round() {
        for (String step : List.of("reviewPlan", "answerProposals", "alignTargets", "resolveDispute")) {
            Negotiation ralfs = new Negotiation(beans, team.newAgreement("R2")).at(step);
            int round = ralfs.agreement().round();
            Negotiation ritas = of(ralfs, "R1");
            owns("R2");

            assertThat(move(ritas)).as(step).isEmpty();

            assertThat(ralfs.instance()).isWaitingAtExactly("userTask_planTargets");
            assertThat(task(ralfs, "planTargets")).isAssignedTo("r2");
            ralfs.planned();
            assertThat(ralfs.instance()).isWaitingAtExactly("userTask_reviewPlan");
            assertThat(ralfs.agreement().round()).as(step).isEqualTo(round);
            ralfs.reviewedWithProposals()
                    .answered(Answer.ACCEPT)
                    .confirmed("r2")
                    .confirmed("m1");
            assertThat(ralfs.state()).isEqualTo(AgreementState.AGREED);
            owns("R1");
        }
    }

    @Test
    void whose_rep_leaves_is_planned_by_nobody_until_somebody_gets_it() {
        Negotiation ritas = negotiation().planned();
        Negotiation ralfs = of(ritas, "R2");
        team.as(
                SalesTeam.OWNER,
                () -> leadAgreement.withdraw(
                        ritas.id(), new StepInput(Map.of("reason", "Rita leaves")), team.caller(SalesTeam.OWNER)));

        assertThat(findings(ritas))
                .extracting(AccountFinding::accountId, AccountFinding::kind, AccountFinding::remedy)
                .containsExactly(
                        tuple("A2", Kind.BY_NOBODY, Remedy.OTHER_OWNER),
                        tuple("A1", Kind.BY_NOBODY, Remedy.OTHER_OWNER));

        owns("R2");
        assertThat(move(ritas)).isEmpty();

        assertThat(accounts(ralfs)).contains("A1");
        assertThat(ralfs.events(EventType.LINE_MOVED_IN))
                .extracting(NegotiationEvent::from)
                .containsExactly(ritas.id());
        assertThat(findings(ritas)).extracting(AccountFinding::accountId).containsExactly("A2");
    }

    @Test
    void an_account_two_plan_is_found_and_left_to_its_owner() {
        Negotiation ritas = negotiation();
        Negotiation ralfs = of(ritas, "R2");
        owns("R2");
        jdbc.update(
                "insert into konsens.plan_line (line_id, agreement_id, position, metric, account_id, product_group, set_by,"
                        + " plausibility, version) values (?, ?, 9, 'revenue', 'A1', 'Beverages', 'REP', 'OK', 0)",
                "twice-" + ralfs.id(),
                ralfs.id());

        assertThat(findings(ritas))
                .extracting(AccountFinding::accountId, AccountFinding::kind, AccountFinding::remedy)
                .containsExactly(tuple("A1", Kind.TWICE, Remedy.MOVE));

        assertThat(move(ritas)).isEmpty();

        assertThat(accounts(ritas)).containsExactly("A2");
        assertThat(accounts(ralfs)).containsExactly("A3", "A1");
        assertThat(findings(ritas)).isEmpty();
    }

    @Test
    void what_is_settled_needs_an_adjustment() {
        Negotiation ritas = negotiation().agreed();
        owns("R2");

        assertThat(findings(ritas)).extracting(AccountFinding::remedy).containsExactly(Remedy.ADJUST_FORMER);
        assertThat(move(ritas)).extracting(Problem::code).containsExactly("move.remedy.ADJUST_FORMER");
        assertThat(accounts(ritas)).containsExactly("A1", "A2");
    }

    @Test
    void without_an_owner_or_with_one_who_has_settled_nothing_moves() {
        Negotiation ritas = negotiation();
        owns("");
        assertThat(findings(ritas)).extracting(AccountFinding::remedy).containsExactly(Remedy.NAME_OWNER);

        of(ritas, "R2").agreed();
        owns("R2");
        assertThat(findings(ritas)).extracting(AccountFinding::remedy).containsExactly(Remedy.ADJUST_OWN);
        assertThat(move(ritas)).extracting(Problem::code).containsExactly("move.remedy.ADJUST_OWN");
    }

    @Test
    void for_process_owners_with_a_reason_and_only_what_is_listed() {
        Negotiation ritas = negotiation();
        assertThatThrownBy(() -> move(ritas)).hasMessageContaining("staffing.notListed");
        owns("R2");

        assertThatThrownBy(() -> moveAccounts.move(
                        ritas.agreement().periodId(), List.of("A1"), " ", team.caller(SalesTeam.OWNER)))
                .hasMessageContaining("step.reasonMissing");
        assertThatThrownBy(() -> moveAccounts.findings(ritas.agreement().periodId(), team.caller("r2")))
                .hasMessageContaining("refusal.onlyProcessOwner");
    }

    private List<AccountFinding> findings(Negotiation negotiation) {
        return moveAccounts.findings(negotiation.agreement().periodId(), team.caller(SalesTeam.OWNER));
    }

    private List<Problem> move(Negotiation negotiation) {
        return moveAccounts.move(
                negotiation.agreement().periodId(), List.of("A1"), "Ralf knows Alpha", team.caller(SalesTeam.OWNER));
    }

    private List<String> accounts(Negotiation negotiation) {
        return negotiation.agreement().lines().stream()
                .filter(line -> line.accountId() != null)
                .map(PlanLine::accountId)
                .toList();
    }

    private Negotiation of(Negotiation other, String repId) {
        return new Negotiation(beans, other.agreement().periodId() + "-" + repId);
    }

    private void owns(String employeeId) {
        team.load(ImportKind.ACCOUNTS, "account_id,name,segment,country,owner_id\nA1,Alpha,,," + employeeId + "\n");
    }
}
