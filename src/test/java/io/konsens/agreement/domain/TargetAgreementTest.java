package io.konsens.agreement.domain;

import static io.konsens.agreement.domain.AgreementState.ALIGNMENT;
import static io.konsens.agreement.domain.AgreementState.CONFIRMATION;
import static io.konsens.agreement.domain.AgreementState.DISPUTE;
import static io.konsens.agreement.domain.AgreementState.RESPONSE;
import static io.konsens.agreement.domain.AgreementState.REVIEW;
import static io.konsens.agreement.domain.Negotiated.MANAGER;
import static io.konsens.agreement.domain.Negotiated.MARGIN;
import static io.konsens.agreement.domain.Negotiated.METRICS;
import static io.konsens.agreement.domain.Negotiated.REP;
import static io.konsens.agreement.domain.Negotiated.STRANGER;
import static io.konsens.agreement.domain.Negotiated.TEA;
import static io.konsens.agreement.domain.Negotiated.TODAY;
import static io.konsens.agreement.domain.Negotiated.TOFU;
import static io.konsens.agreement.domain.Negotiated.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TargetAgreementTest {

    private final Negotiated negotiated = new Negotiated();
    private final TargetAgreement agreement = negotiated.agreement;

    // ---- planning

    @Test
    void zero_is_a_plan_and_nothing_is_none() {
        negotiated.plan(TEA, "0");
        assertRefused(() -> agreement.completePlanning(METRICS, act(REP)), Refusal.Kind.INVALID, "line.planMissing")
                .hasSize(1);
        negotiated.plan(TOFU, "0").plan(TEA, null);
        assertThat(negotiated.line(TEA).plan()).isNull();
        assertThat(negotiated.line(TOFU).plan()).isZero();
    }

    @Test
    void an_unusual_plan_can_be_typed_but_not_submitted_without_a_reason() {
        negotiated.plan(TEA, "2100.00").plan(TOFU, "2000.00");
        assertRefused(() -> agreement.completePlanning(METRICS, act(REP)), Refusal.Kind.INVALID, "line.reasonRequired");
        negotiated.plan(TEA, "2100.00", "They open a second shop");
        agreement.completePlanning(METRICS, act(REP));
    }

    @Test
    void a_figure_set_by_management_is_not_the_reps_to_plan() {
        assertRefused(() -> negotiated.plan(MARGIN, "30"), Refusal.Kind.INVALID, "line.setByManagement");
    }

    @Test
    void a_figure_is_neither_negative_nor_finer_than_its_unit() {
        assertRefused(() -> negotiated.plan(TEA, "-1"), Refusal.Kind.INVALID, "figure.negative");
        assertRefused(() -> negotiated.plan(TEA, "1.001"), Refusal.Kind.INVALID, "figure.tooManyDecimals");
        assertRefused(() -> negotiated.plan(TEA, "10000000000000"), Refusal.Kind.INVALID, "figure.tooLarge");
        negotiated.plan(TEA, "1.100");
    }

    @Test
    void only_the_rep_plans_only_the_manager_proposes_and_only_in_their_step() {
        LineChange plan = new LineChange.Plan(TEA, 0, BigDecimal.ONE, null);
        assertRefused(() -> negotiated.change(MANAGER, plan), Refusal.Kind.FORBIDDEN, "step.notYours");
        assertRefused(() -> negotiated.change(STRANGER, plan), Refusal.Kind.FORBIDDEN, "step.notYours");
        assertRefused(() -> negotiated.propose(TEA, "1", "early"), Refusal.Kind.CONFLICT, "step.wrongState");
        negotiated.planned();
        assertRefused(() -> negotiated.plan(TEA, "1"), Refusal.Kind.CONFLICT, "step.wrongState");
    }

    @Test
    void who_has_not_seen_the_last_change_changes_nothing() {
        negotiated.plan(TEA, "1");
        agreement.takeChangedLines();
        assertThatExceptionOfType(StaleLine.class)
                .isThrownBy(() -> negotiated.change(REP, new LineChange.Plan(TEA, 0, BigDecimal.TEN, null)));
        assertThat(negotiated.line(TEA).plan()).isEqualByComparingTo("1");
    }

    // ---- review and response

    @Test
    void a_proposal_needs_a_reason() {
        negotiated.planned();
        assertRefused(() -> negotiated.propose(TEA, "1200", " "), Refusal.Kind.INVALID, "line.proposalNeedsReason");
    }

    @Test
    void proposing_the_plan_itself_is_no_proposal() {
        negotiated.planned().propose(TEA, "1100", null);
        assertThat(negotiated.line(TEA).hasProposal()).isFalse();
    }

    @Test
    void a_review_is_not_done_before_management_has_set_its_figures() {
        negotiated.planned();
        assertRefused(
                () -> agreement.completeReview(METRICS, act(MANAGER)),
                Refusal.Kind.INVALID,
                "line.managementTargetMissing");
    }

    @Test
    void a_line_deviates_until_its_last_proposal_is_accepted() {
        negotiated.proposed();
        assertThat(negotiated.line(TEA).deviates()).isTrue();
        assertThat(negotiated.line(TOFU).deviates()).isFalse();
        assertThat(negotiated.line(MARGIN).deviates()).isFalse();
        negotiated.answer(TEA, Answer.REJECT);
        assertThat(agreement.openDeviations()).isOne();
        negotiated.answer(TEA, Answer.ACCEPT);
        assertThat(agreement.openDeviations()).isZero();
        assertThat(negotiated.line(TEA).standing()).isEqualByComparingTo("1300");
    }

    @Test
    void every_proposal_must_be_answered_and_nothing_else_can_be() {
        negotiated.proposed();
        assertRefused(
                () -> agreement.completeResponse(METRICS, act(REP)), Refusal.Kind.INVALID, "line.responseMissing");
        assertRefused(() -> negotiated.answer(TOFU, Answer.ACCEPT), Refusal.Kind.INVALID, "line.nothingToAnswer");
        assertRefused(() -> negotiated.answer(MARGIN, Answer.ACCEPT), Refusal.Kind.INVALID, "line.setByManagement");
    }

    @Test
    void a_rejected_proposal_left_alone_is_maintained_and_asked_again() {
        negotiated.rejected().enter(REVIEW);
        assertThat(agreement.round()).isEqualTo(2);
        agreement.completeReview(METRICS, act(MANAGER));
        assertThat(negotiated.line(TEA).response()).isNull();
        assertThat(agreement.openProposals()).isOne();
    }

    @Test
    void what_was_accepted_in_an_earlier_round_stays_accepted() {
        negotiated
                .planned()
                .propose(TEA, "1300", "a")
                .propose(TOFU, "2500", "b")
                .propose(MARGIN, "30", null);
        agreement.completeReview(METRICS, act(MANAGER));
        negotiated.enter(RESPONSE).answer(TEA, Answer.ACCEPT).answer(TOFU, Answer.REJECT);
        agreement.completeResponse(METRICS, act(REP));
        negotiated.enter(REVIEW);
        agreement.completeReview(METRICS, act(MANAGER));
        negotiated.enter(RESPONSE);
        assertRefused(() -> negotiated.answer(TEA, Answer.REJECT), Refusal.Kind.INVALID, "line.alreadyAccepted");
    }

    @Test
    void no_round_begins_when_none_is_left_and_none_left_is_no_consent() {
        negotiated.rejected().enter(REVIEW);
        agreement.completeReview(METRICS, act(MANAGER));
        negotiated.enter(RESPONSE).answer(TEA, Answer.REJECT);
        agreement.completeResponse(METRICS, act(REP));
        assertRefused(() -> negotiated.enter(REVIEW), Refusal.Kind.CONFLICT, "step.noRoundsLeft");
        assertRefused(() -> agreement.freeze(METRICS, act(Actor.SYSTEM)), Refusal.Kind.CONFLICT, "step.stillDeviating");
    }

    // ---- alignment and dispute

    @Test
    void only_deviating_lines_are_talked_about() {
        negotiated.talking().agree(MANAGER, TEA, "1200");
        assertRefused(() -> negotiated.agree(REP, TOFU, "1"), Refusal.Kind.INVALID, "line.notDeviating");
        assertRefused(() -> negotiated.agree(STRANGER, TEA, "1"), Refusal.Kind.FORBIDDEN, "step.notYours");
    }

    @Test
    void consensus_needs_a_figure_for_every_deviating_line() {
        negotiated.talking();
        assertRefused(
                () -> agreement.completeAlignment(true, METRICS, act(REP)), Refusal.Kind.INVALID, "line.agreedMissing");
        agreement.completeAlignment(false, METRICS, act(REP));
    }

    @Test
    void what_management_assigns_is_its_last_proposal_whatever_was_typed_in_the_talk() {
        negotiated.talking().agree(REP, TEA, "1");
        agreement.completeAlignment(false, METRICS, act(MANAGER));
        negotiated.enter(DISPUTE);
        agreement.resolveDispute(true, "No consensus", true, act(STRANGER));
        agreement.assign(METRICS, act(Actor.SYSTEM));
        assertThat(agreement.state()).isEqualTo(AgreementState.ASSIGNED);
        assertThat(negotiated.line(TEA).agreed()).isEqualByComparingTo("1300");
        assertThat(negotiated.line(TOFU).agreed()).isEqualByComparingTo("2100");
    }

    @Test
    void only_the_mediator_settles_a_dispute() {
        negotiated.talking().enter(DISPUTE);
        assertRefused(
                () -> agreement.resolveDispute(true, "Mine", false, act(MANAGER)),
                Refusal.Kind.FORBIDDEN,
                "step.notYours");
    }

    // ---- confirmation

    @Test
    void only_both_confirmations_make_an_agreement() {
        negotiated.frozen();
        agreement.confirm(Side.REP, TODAY, act(REP));
        assertThat(agreement.state()).isEqualTo(CONFIRMATION);
        assertRefused(
                () -> agreement.confirm(Side.REP, TODAY, act(REP)), Refusal.Kind.CONFLICT, "step.alreadyConfirmed");
        assertRefused(() -> agreement.confirm(Side.MANAGER, TODAY, act(REP)), Refusal.Kind.FORBIDDEN, "step.notYours");
        agreement.confirm(Side.MANAGER, TODAY, act(MANAGER));
        assertThat(agreement.state()).isEqualTo(AgreementState.AGREED);
        assertThat(agreement.confirmations()).extracting(Confirmation::sha256).containsOnly(agreement.sha256());
    }

    @Test
    void a_decline_voids_the_others_confirmation_and_opens_every_negotiated_line() {
        negotiated.frozen();
        agreement.confirm(Side.REP, TODAY, act(REP));
        agreement.decline(Side.MANAGER, "Wrong year", act(MANAGER));
        negotiated.enter(ALIGNMENT);
        assertThat(agreement.confirmations()).isEmpty();
        negotiated.agree(MANAGER, TOFU, "2200");
        agreement.completeAlignment(true, METRICS, act(MANAGER));
        agreement.freeze(METRICS, act(Actor.SYSTEM));
        assertThat(negotiated.line(TOFU).agreed()).isEqualByComparingTo("2200");
        assertThat(negotiated.line(TEA).agreed()).isEqualByComparingTo("1300");
        assertThat(negotiated.line(MARGIN).agreed()).isEqualByComparingTo("31.5");
    }

    @Test
    void frozen_figures_cannot_be_changed() {
        negotiated.frozen();
        assertRefused(() -> negotiated.agree(REP, TEA, "1"), Refusal.Kind.CONFLICT, "step.wrongState");
        assertRefused(() -> negotiated.propose(TEA, "1", "late"), Refusal.Kind.CONFLICT, "step.wrongState");
    }

    @Test
    void what_both_agreed_is_not_withdrawn() {
        negotiated.frozen();
        agreement.confirm(Side.REP, TODAY, act(REP));
        agreement.confirm(Side.MANAGER, TODAY, act(MANAGER));
        assertRefused(
                () -> agreement.withdraw("Changed my mind", act(MANAGER)), Refusal.Kind.CONFLICT, "step.notAllowed");
    }

    @Test
    void the_confirmed_figures_have_one_canonical_form() {
        negotiated.frozen();
        assertThat(FrozenFigures.canonical(agreement)).isEqualTo("""
                2027-R\t1\t2027\tR\tEUR
                contribution_margin\t\t\tMANAGER\t31.5
                revenue\tA\tTea\tREP\t1300
                revenue\tA\tTofu\tREP\t2100
                """);
        // printf '…' | sha256sum of the above, so that nobody needs this program to check it.
        assertThat(agreement.sha256()).isEqualTo("18082dd7ffd877b4df3303d5c91a53b3945651254a1520cb408ad4d09220b45e");
    }

    @Test
    void everything_that_happens_is_told() {
        negotiated.frozen();
        assertThat(agreement.takeEvents())
                .extracting(NegotiationEvent::type)
                .containsSubsequence(
                        EventType.CREATED,
                        EventType.LINE_PREPARED,
                        EventType.PLANNED,
                        EventType.PROPOSED,
                        EventType.SET_BY_MANAGEMENT,
                        EventType.ACCEPTED,
                        EventType.FIGURES_FROZEN);
        assertThat(agreement.takeEvents()).isEmpty();
    }

    private static ListAssert<Problem> assertRefused(ThrowingCallable what, Refusal.Kind kind, String code) {
        Refusal refusal =
                assertThatExceptionOfType(Refusal.class).isThrownBy(what).actual();
        assertThat(refusal.kind()).isEqualTo(kind);
        return assertThat(refusal.problems())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
