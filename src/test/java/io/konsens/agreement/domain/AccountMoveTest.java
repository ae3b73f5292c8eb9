package io.konsens.agreement.domain;

import static io.konsens.agreement.domain.Negotiated.METRICS;
import static io.konsens.agreement.domain.Negotiated.TEA;
import static io.konsens.agreement.domain.Negotiated.TOFU;
import static io.konsens.agreement.domain.Negotiated.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.konsens.agreement.domain.AccountMove.Arrival;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Account A goes from the agreement of rep R to that of rep S, who has none of its lines yet. */
class AccountMoveTest {

    private static final Decision RULE = new Decision("metricOwnership", 1, "rule");
    private static final Actor OWNER = new Actor("owner", null);
    private static final AccountMove MOVE =
            new AccountMove("A", "Alpha", LocalDate.of(2027, 7, 1), "Rita has moved", act(OWNER));

    private final Negotiated former = new Negotiated();
    private final TargetAgreement own =
            TargetAgreement.begin("2027", "S", "M", "EUR", 1, Map.of(Rules.PLAUSIBILITY, 1), act(Actor.SYSTEM));
    private final Iterator<String> ids =
            Stream.iterate(1, i -> i + 1).map(i -> "new" + i).iterator();

    @Test
    void the_lines_close_where_they_were_and_open_where_they_go() {
        former.plan(TEA, "1100.00");

        move();

        assertThat(former.agreement.lines()).extracting(PlanLine::lineId).containsExactly(Negotiated.MARGIN);
        assertThat(former.agreement.closedLines())
                .extracting(PlanLine::lineId, PlanLine::closedOn)
                .containsExactly(tuple(TEA, LocalDate.of(2027, 7, 1)), tuple(TOFU, LocalDate.of(2027, 7, 1)));
        assertThat(own.lines())
                .extracting(PlanLine::productGroup, PlanLine::baseline, PlanLine::cameFrom)
                .containsExactly(
                        tuple("Tea", new BigDecimal("1000.00"), TEA), tuple("Tofu", new BigDecimal("2000.00"), TOFU));
    }

    @Test
    void what_was_negotiated_is_in_the_one_record_and_where_it_went_in_both() {
        former.plan(TEA, "1100.00");
        former.agreement.takeEvents();
        own.takeEvents();

        move();

        assertThat(former.agreement.takeEvents())
                .extracting(
                        NegotiationEvent::type, NegotiationEvent::lineId, NegotiationEvent::from, NegotiationEvent::to)
                .containsExactly(
                        tuple(EventType.LINE_MOVED_AWAY, TEA, "1100.00", "2027-S"),
                        tuple(EventType.LINE_MOVED_AWAY, TOFU, "2000.00", "2027-S"));
        assertThat(own.takeEvents())
                .extracting(
                        NegotiationEvent::type, NegotiationEvent::from, NegotiationEvent::to, NegotiationEvent::reason)
                .containsExactly(
                        tuple(EventType.LINE_MOVED_IN, "2027-R", "1100.00", "Rita has moved"),
                        tuple(EventType.LINE_MOVED_IN, "2027-R", "2000.00", "Rita has moved"));
    }

    @Test
    void no_figure_is_in_both() {
        former.plan(TEA, "1100.00");

        move();

        assertThat(former.agreement.closedLines())
                .flatExtracting(PlanLine::baseline, PlanLine::plan, PlanLine::proposal, PlanLine::agreed)
                .containsOnlyNulls();
    }

    @Test
    void while_the_owner_plans_the_plan_is_theirs_to_make() {
        former.plan(TEA, "1100.00");

        move();

        assertThat(own.lines()).extracting(PlanLine::plan).containsOnlyNulls();
    }

    @Test
    void after_that_too_nobody_is_taken_at_anothers_word_and_the_former_figure_is_in_the_record() {
        former.proposed().answer(TEA, Answer.ACCEPT);
        own.enter(AgreementState.REVIEW, null, null, null, act(Actor.SYSTEM));
        own.takeEvents();

        move();

        assertThat(own.lines()).extracting(PlanLine::plan).containsOnlyNulls();
        assertThat(own.lacksPlans()).isTrue();
        assertThat(own.takeEvents())
                .extracting(NegotiationEvent::to)
                .as("the accepted proposal, not the plan before it")
                .startsWith("1300.00");
    }

    @Test
    void back_in_planning_what_a_talk_had_settled_is_open_again_and_frozen_figures_never_are() {
        Negotiated talk = new Negotiated().talking();
        talk.agree(Negotiated.REP, TEA, "1200.00");
        talk.agreement.takeEvents();

        talk.agreement.planAgain("Rita has moved", act(OWNER));

        assertThat(talk.agreement.state()).isEqualTo(AgreementState.PLANNING);
        assertThat(talk.agreement.line(TEA).agreed()).isNull();
        assertThat(talk.agreement.takeEvents())
                .extracting(NegotiationEvent::type, NegotiationEvent::from, NegotiationEvent::reason)
                .containsExactly(
                        tuple(EventType.STATE_CHANGED, "ALIGNMENT", "Rita has moved"),
                        tuple(EventType.ALIGNED, "1200.00", "Rita has moved"));
        assertThatThrownBy(() -> new Negotiated().frozen().agreement.planAgain("Rita has moved", act(OWNER)))
                .hasMessageContaining("step.notAllowed");
    }

    @Test
    void the_former_owner_can_go_on_without_these_lines_and_not_touch_them() {
        move();

        former.agreement.completePlanning(METRICS, act(Negotiated.REP));
        assertThatThrownBy(() -> former.plan(TEA, "5.00")).hasMessageContaining("line.closed");
    }

    @Test
    void what_the_owner_has_already_stays_as_it_is() {
        prepare("mine", "Tea", "7.00");

        move();

        assertThat(own.lines())
                .extracting(PlanLine::lineId, PlanLine::baseline)
                .containsExactly(tuple("mine", new BigDecimal("7.00")), tuple("new1", new BigDecimal("2000.00")));
    }

    @Test
    void an_account_may_come_back() {
        move();

        List<Arrival> back = MOVE.leave(own, "2027-R", METRICS);
        MOVE.arrive(former.agreement, "2027-S", back, metric -> new Decided<>(SetBy.REP, RULE), ids::next);

        assertThat(former.agreement.lines()).hasSize(3);
        assertThat(former.agreement.closedLines()).hasSize(2);
        assertThat(own.lines()).isEmpty();
    }

    @Test
    void frozen_figures_neither_leave_nor_join() {
        assertThatThrownBy(() -> MOVE.leave(new Negotiated().frozen().agreement, "2027-S", METRICS))
                .hasMessageContaining("move.frozen");
        List<Arrival> arrivals = MOVE.leave(former.agreement, "2027-S", METRICS);
        assertThatThrownBy(() -> MOVE.arrive(
                        new Negotiated().frozen().agreement,
                        "2027-R",
                        arrivals,
                        metric -> new Decided<>(SetBy.REP, RULE),
                        ids::next))
                .hasMessageContaining("move.frozen");
    }

    @Test
    void from_a_withdrawn_agreement_they_leave_too() {
        former.agreement.withdraw("Rita leaves", act(OWNER));

        move();

        assertThat(own.lines()).hasSize(2);
    }

    @Test
    void no_target_of_management_comes_without_any_figure_when_planning_is_over() {
        own.enter(AgreementState.REVIEW, null, null, null, act(Actor.SYSTEM));
        Arrival empty = new Arrival(null, METRICS.get("revenue"), "Tea", null, null);

        assertThatThrownBy(() ->
                        MOVE.arrive(own, null, List.of(empty), metric -> new Decided<>(SetBy.MANAGER, RULE), ids::next))
                .hasMessageContaining("move.noFigure");
    }

    private void move() {
        List<Arrival> arrivals = MOVE.leave(former.agreement, own.agreementId(), METRICS);
        MOVE.arrive(own, former.agreement.agreementId(), arrivals, metric -> new Decided<>(SetBy.REP, RULE), ids::next);
    }

    private void prepare(String lineId, String group, @Nullable String baseline) {
        own.prepareLine(
                lineId,
                METRICS.get("revenue"),
                "A",
                "Alpha",
                group,
                new Decided<>(SetBy.REP, RULE),
                Negotiated.figure(baseline),
                act(Actor.SYSTEM));
    }
}
