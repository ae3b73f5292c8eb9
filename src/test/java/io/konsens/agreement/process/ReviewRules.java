package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.application.TaskList.Order;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.Tolerance;
import io.konsens.agreement.review.BulkConfirmation;
import io.konsens.agreement.review.ConfirmWithinTolerance;
import io.konsens.agreement.review.ConfirmWithinTolerance.Outcome;
import io.konsens.agreement.review.ConfirmWithinTolerance.Result;
import io.konsens.agreement.review.Review;
import io.konsens.agreement.review.ReviewQueue;
import io.konsens.platform.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager's queue of reviews, and what is confirmed at once because it needs no closer look. */
@SuppressWarnings("NullAway.Init")
abstract class ReviewRules extends ProcessRules {

    private static final Map<String, BigDecimal> MARGIN = Map.of("contribution_margin", new BigDecimal("30.00"));

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private ConfirmWithinTolerance confirmation;

    @Test
    void the_queue_has_the_newest_review_first_as_the_task_list_does() {
        Negotiation first = negotiation("R1").planned();
        Negotiation second = negotiation("R2").planned();

        assertThat(queue("m1")).extracting(Review::agreementId).containsSubsequence(second.id(), first.id());
        assertThat(queue("r1")).isEmpty();
        assertThat(queue("m2")).extracting(Review::agreementId).doesNotContain(first.id(), second.id());
    }

    @Test
    void a_review_says_how_far_the_plan_is_from_the_baseline_and_where_most() {
        Negotiation negotiation = negotiation("R1").planned("1.1");

        Review review = team.as("m1", () -> queue.review(negotiation.id(), team.caller("m1")));
        assertThat(review.lines()).isEqualTo(4);
        assertThat(review.total().baseline()).isEqualByComparingTo("3000");
        assertThat(review.total().planned()).isEqualByComparingTo("3300");
        assertThat(review.total().percent()).isEqualByComparingTo("10.0");
        assertThat(review.biggest().label()).isEqualTo("Beta · Produce");
        assertThat(review.biggest().movement().change()).isEqualByComparingTo("200");
        assertThat(review.targetsToSet())
                .extracting(metric -> metric.metricId())
                .containsExactly("contribution_margin");
    }

    @Test
    void completing_a_review_leads_to_the_one_after_it() {
        Negotiation last = negotiation("R1").planned();
        Negotiation before = negotiation("R2").planned();
        before.managementTargetsSet();

        assertThat(place(before).next()).isEqualTo(last.id());
        assertThat(place(last).previous()).isEqualTo(before.id());
        assertThat(team.as("m1", () -> queue.complete(before.id(), "Fine", Order.NEWEST, team.caller("m1"))))
                .contains(last.id());
        assertThat(before.instance()).isWaitingAt("userTask_confirmRep", "userTask_confirmManager");
    }

    @Test
    void a_preview_says_which_would_be_confirmed_and_which_not_and_why_and_changes_nothing() {
        Negotiation near = negotiation("R1").planned("1.05");
        Negotiation far = negotiation("R2").planned("1.06");

        assertThat(team.as(
                        "m1",
                        () -> confirmation.preview(asked("5", MARGIN, near, far), Order.NEWEST, team.caller("m1"))))
                .extracting(Outcome::agreementId, Outcome::result)
                .containsExactly(tuple(far.id(), Result.OUTSIDE), tuple(near.id(), Result.WITHIN));
        assertThat(List.of(near, far)).allSatisfy(negotiation -> {
            assertThat(negotiation.state()).isEqualTo(AgreementState.REVIEW);
            assertThat(negotiation.events(EventType.SET_BY_MANAGEMENT)).isEmpty();
        });
    }

    @Test
    void what_is_within_is_confirmed_and_the_record_says_within_what() {
        Negotiation near = negotiation("R1").planned("1.05");
        Negotiation far = negotiation("R2").planned("1.06");

        List<Outcome> outcomes = confirmed("m1", asked("5", MARGIN, near, far));

        assertThat(outcomes)
                .extracting(Outcome::agreementId, Outcome::result)
                .containsExactly(tuple(far.id(), Result.OUTSIDE), tuple(near.id(), Result.CONFIRMED));
        assertThat(outcomes.get(0).problems())
                .extracting(Problem::field, problem -> problem.args().get(0))
                .containsExactly(tuple("plan", "Gamma · Beverages"));
        assertThat(near.instance()).isWaitingAt("userTask_confirmRep", "userTask_confirmManager");
        assertThat(near.events(EventType.STEP_COMPLETED))
                .last()
                .extracting(NegotiationEvent::by, NegotiationEvent::reason)
                .containsExactly("m1", "Confirmed within a tolerance of 5 % per line");
        assertThat(near.events(EventType.SET_BY_MANAGEMENT))
                .singleElement()
                .extracting(NegotiationEvent::by, NegotiationEvent::to)
                .containsExactly("m1", "30.00");
    }

    @Test
    void what_is_not_confirmed_is_left_as_it_was_to_the_last_figure() {
        Negotiation far = negotiation("R1").planned("1.2");

        assertThat(confirmed("m1", asked("5", MARGIN, far)))
                .extracting(Outcome::result)
                .containsExactly(Result.OUTSIDE);

        assertThat(far.instance()).isWaitingAtExactly("userTask_reviewPlan");
        assertThat(far.events(EventType.SET_BY_MANAGEMENT)).isEmpty();
    }

    @Test
    void one_that_cannot_be_confirmed_does_not_keep_the_others_from_it_and_again_goes_on_with_what_is_left() {
        Negotiation without = negotiation("R1").planned();
        Negotiation with = negotiation("R2").planned();
        with.managementTargetsSet();

        assertThat(confirmed("m1", asked("0", Map.of(), without, with)))
                .extracting(Outcome::agreementId, Outcome::result)
                .containsExactly(tuple(with.id(), Result.CONFIRMED), tuple(without.id(), Result.OUTSIDE));
        assertThat(confirmed("m1", asked("0", Map.of("contribution_margin", new BigDecimal("30.123")), without, with)))
                .extracting(Outcome::agreementId, Outcome::result)
                .containsExactly(tuple(without.id(), Result.FAILED));
        assertThat(confirmed("m1", asked("0", MARGIN, without, with)))
                .extracting(Outcome::agreementId, Outcome::result)
                .containsExactly(tuple(without.id(), Result.CONFIRMED));
        assertThat(with.events(EventType.STEP_COMPLETED)).hasSize(2);
    }

    @Test
    void a_rejected_proposal_is_no_matter_of_tolerance() {
        Negotiation negotiation =
                negotiation("R1").planned().reviewedWithProposals().answered(Answer.REJECT);

        assertThat(confirmed("m1", asked("1000", MARGIN, negotiation)))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.problems())
                        .extracting(Problem::code)
                        .containsOnly("tolerance.openProposal"));
        assertThat(negotiation.events(EventType.PROPOSAL_MAINTAINED)).isEmpty();
    }

    @Test
    void nobody_confirms_for_another_manager() {
        Negotiation negotiation = negotiation("R1").planned();

        for (String other : List.of("m2", "b", "r1", "owner")) {
            assertThat(confirmed(other, asked("1000", MARGIN, negotiation)))
                    .as(other)
                    .isEmpty();
        }
        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_reviewPlan");
    }

    private List<Review> queue(String login) {
        return team.as(login, () -> queue.reviews(Order.NEWEST, team.caller(login)));
    }

    private ReviewQueue.Place place(Negotiation negotiation) {
        return team.as("m1", () -> queue.place(negotiation.id(), Order.NEWEST)).orElseThrow();
    }

    private List<Outcome> confirmed(String login, BulkConfirmation asked) {
        return team.as(login, () -> confirmation.confirm(asked, Order.NEWEST, Locale.ENGLISH, team.caller(login)));
    }

    private static BulkConfirmation asked(String percent, Map<String, BigDecimal> targets, Negotiation... which) {
        Set<String> ids = Stream.of(which).map(Negotiation::id).collect(Collectors.toSet());
        return new BulkConfirmation(new Tolerance(new BigDecimal(percent), null, false), targets, ids);
    }
}
