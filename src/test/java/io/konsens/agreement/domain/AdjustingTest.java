package io.konsens.agreement.domain;

import static io.konsens.agreement.domain.Negotiated.MANAGER;
import static io.konsens.agreement.domain.Negotiated.METRICS;
import static io.konsens.agreement.domain.Negotiated.REP;
import static io.konsens.agreement.domain.Negotiated.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Agreed for 2027: tea 1300, tofu 2100, a margin of 31.5 %. The year has 365 days, 181 of them before July. */
class AdjustingTest {

    private static final Span YEAR = new Span(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
    private static final LocalDate JULY = LocalDate.of(2027, 7, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2027, 10, 1);

    private final Negotiated former = agreed();

    @Test
    void it_begins_with_what_was_agreed_on_the_same_ground_and_leaves_that_untouched() {
        String before = former.agreement.sha256();
        TargetAgreement adjustment = begin(JULY);

        assertThat(adjustment.agreementId()).isEqualTo("2027-R-r2");
        assertThat(adjustment.firstId()).isEqualTo("2027-R");
        assertThat(adjustment.state()).isEqualTo(AgreementState.PLANNING);
        assertThat(adjustment.adjustment()).isEqualTo(new Adjustment("2027-R", JULY, "The shop burnt down"));
        assertThat(adjustment.lines())
                .extracting(PlanLine::baseline, PlanLine::plan, PlanLine::proposal, PlanLine::agreed)
                .containsExactly(
                        tuple(figure("1000.00"), figure("1300.00"), null, null),
                        tuple(figure("2000.00"), figure("2100.00"), null, null),
                        tuple(null, null, figure("31.5"), null));
        assertThat(adjustment.lines()).extracting(PlanLine::systemId).containsExactly("tea", "tofu", "margin");
        assertThat(former.agreement.state()).isEqualTo(AgreementState.AGREED);
        assertThat(former.agreement.sha256()).isEqualTo(before);
    }

    @Test
    void both_records_tell_of_each_other_and_why() {
        former.agreement.takeEvents();
        assertThat(begin(JULY).takeEvents())
                .filteredOn(event -> event.type() == EventType.ADJUSTS)
                .singleElement()
                .extracting(NegotiationEvent::from, NegotiationEvent::to, NegotiationEvent::reason)
                .containsExactly("2027-R", "2027-07-01", "The shop burnt down");
        assertThat(former.agreement.takeEvents())
                .singleElement()
                .extracting(NegotiationEvent::type, NegotiationEvent::to, NegotiationEvent::reason)
                .containsExactly(EventType.ADJUSTMENT_BEGUN, "2027-R-r2", "The shop burnt down");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01,    0.00,    0.00", // nothing is gone yet
        "2027-01-02,    3.56,    5.75", // 1300 / 365 = 3.5616…, 2100 / 365 = 5.7534…
        "2027-07-01,  644.66, 1041.37", // 1300 × 181 / 365 = 644.657…, 2100 × 181 / 365 = 1041.369…
        "2027-12-31, 1296.44, 2094.25",
    })
    void what_was_agreed_for_days_gone_stays(LocalDate from, BigDecimal tea, BigDecimal tofu) {
        assertThat(begin(from).lines())
                .extracting(line -> line.former().elapsed())
                .containsExactly(tea, tofu, null);
    }

    @Test
    void no_figure_takes_back_what_is_for_days_gone_by_whoever_names_it() {
        Negotiated adjustment = new Negotiated(begin(JULY));
        String tea = adjustment.agreement.lines().get(0).lineId();
        String tofu = adjustment.agreement.lines().get(1).lineId();

        refused("adjustment.belowElapsed", () -> adjustment.plan(tea, "644.65"));
        adjustment.plan(tea, "644.66").enter(AgreementState.REVIEW);
        refused("adjustment.belowElapsed", () -> adjustment.propose(tofu, "1041.36", "Less"));
        adjustment
                .propose(tofu, "1041.37", "Less")
                .enter(AgreementState.RESPONSE)
                .answer(tofu, Answer.REJECT);
        adjustment.enter(AgreementState.ALIGNMENT);
        refused("adjustment.belowElapsed", () -> adjustment.agree(REP, tofu, "1000"));
        adjustment.agree(REP, tofu, "1041.37");
    }

    @Test
    void of_an_adjustment_adjusted_again_only_the_remainder_is_divided() {
        Negotiated second = confirmed(new Negotiated(begin(JULY)), "1000.00");
        TargetAgreement third = new Adjusting(second.agreement, METRICS, YEAR, JULY)
                .begin(revisions(second.agreement), "M", OCTOBER, "Again", 1, Map.of(), act(REP));

        // 644.66 + (1000.00 - 644.66) × 92 / 184
        assertThat(third.lines().get(0).former().elapsed()).isEqualByComparingTo("822.33");
        assertThat(third.lines().get(0).systemId()).isEqualTo("tea");
        assertThat(third.agreementId()).isEqualTo("2027-R-r3");
        assertThat(third.adjustment().adjusts()).isEqualTo("2027-R-r2");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-06-30, adjustment.past",
        "2026-12-31, adjustment.past",
        "2028-01-01, adjustment.outsidePeriod",
    })
    void it_is_for_days_to_come_within_the_period(LocalDate from, String code) {
        refused(code, () -> begin(from, JULY));
        begin(JULY, JULY);
    }

    @Test
    void it_cannot_take_effect_before_what_it_changes() {
        Negotiated second = confirmed(new Negotiated(begin(OCTOBER)), "1300.00");
        refused(
                "adjustment.beforeFormer",
                () -> new Adjusting(second.agreement, METRICS, YEAR, JULY)
                        .begin(revisions(second.agreement), "M", JULY, "Sooner", 1, Map.of(), act(REP)));
    }

    @Test
    void nobody_confirms_what_would_change_days_gone_by() {
        Negotiated adjustment = new Negotiated(begin(JULY));
        freeze(adjustment);
        refused("adjustment.tooLate", () -> adjustment.agreement.confirm(Side.REP, JULY.plusDays(1), act(REP)));
        adjustment.agreement.confirm(Side.REP, JULY, act(REP));
        refused("adjustment.tooLate", () -> adjustment.agreement.confirm(Side.MANAGER, JULY.plusDays(1), act(MANAGER)));
        assertThat(adjustment.agreement.state()).isEqualTo(AgreementState.CONFIRMATION);
    }

    @Test
    void postponed_it_can_still_be_confirmed_and_more_of_it_is_fixed() {
        Negotiated adjustment = new Negotiated(begin(JULY));
        TargetAgreement agreement = adjustment.agreement;
        adjustment.plan(agreement.lines().get(0).lineId(), "700.00");
        new Adjusting(former.agreement, METRICS, YEAR, JULY).postpone(agreement, OCTOBER, "Holidays", act(REP));

        assertThat(agreement.adjustment().effectiveFrom()).isEqualTo(OCTOBER);
        // 1300 × 273 / 365
        assertThat(agreement.lines().get(0).former().elapsed()).isEqualByComparingTo("972.33");
        agreement.completePlanning(METRICS, act(REP));
        adjustment.enter(AgreementState.REVIEW);
        refused("adjustment.belowElapsed", () -> agreement.freeze(METRICS, act(Actor.SYSTEM)));
    }

    @Test
    void frozen_figures_are_not_postponed() {
        Negotiated adjustment = new Negotiated(begin(JULY));
        freeze(adjustment);
        refused(
                "step.wrongState",
                () -> new Adjusting(former.agreement, METRICS, YEAR, JULY)
                        .postpone(adjustment.agreement, OCTOBER, "Holidays", act(REP)));
    }

    @Test
    void what_both_confirm_says_from_when_it_applies() {
        Negotiated july = new Negotiated(begin(JULY));
        Negotiated october = new Negotiated(begin(OCTOBER));
        freeze(july);
        freeze(october);
        assertThat(july.agreement.sha256()).isNotEqualTo(october.agreement.sha256());
        assertThat(FrozenFigures.canonical(july.agreement))
                .startsWith("2027-R-r2\t2\t2027\tR\tEUR\t2027-07-01\t2027-R\n");
    }

    @Test
    void what_was_agreed_is_never_replaced_by_an_assignment() {
        Negotiated adjustment = new Negotiated(begin(JULY));
        String tea = adjustment.agreement.lines().get(0).lineId();
        adjustment.enter(AgreementState.REVIEW).propose(tea, "2000.00", "More").enter(AgreementState.RESPONSE);
        adjustment.answer(tea, Answer.REJECT).enter(AgreementState.ALIGNMENT).enter(AgreementState.DISPUTE);

        refused(
                "adjustment.neverAssigned",
                () -> adjustment.agreement.resolveDispute(true, "I say so", true, act(MANAGER)));
        refused("adjustment.neverAssigned", () -> adjustment.agreement.assign(METRICS, act(Actor.SYSTEM)));
        adjustment.agreement.resolveDispute(false, "Talk", true, act(MANAGER));
        adjustment.agreement.withdraw("It stays as it was", act(REP));
        assertThat(adjustment.agreement.state()).isEqualTo(AgreementState.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = AgreementState.class,
            names = {"AGREED", "HANDED_OVER"},
            mode = EnumSource.Mode.EXCLUDE)
    void only_what_was_agreed_is_adjusted(AgreementState state) {
        AgreementFacts.Snapshot kept = former.agreement.snapshot();
        TargetAgreement other = new TargetAgreement(
                new AgreementFacts.Snapshot(
                        kept.agreementId(),
                        kept.periodId(),
                        kept.repId(),
                        kept.managerId(),
                        1,
                        state,
                        1,
                        1,
                        false,
                        "EUR",
                        1,
                        null,
                        kept.createdAt(),
                        null,
                        null,
                        null),
                Map.of(),
                List.of(),
                List.of());
        refused(
                "adjustment.notAgreed",
                () -> new Adjusting(other, METRICS, YEAR, JULY)
                        .begin(revisions(other), "M", JULY, "Why not", 1, Map.of(), act(REP)));
    }

    @Test
    void there_is_one_adjustment_at_a_time_and_the_next_has_a_number_of_its_own() {
        Revision first = new Revision("2027-R", 1, AgreementState.AGREED, null, null, true);
        Revision open = new Revision("2027-R-r2", 2, AgreementState.REVIEW, JULY, "Once", false);
        Revision ended = new Revision("2027-R-r2", 2, AgreementState.WITHDRAWN, JULY, "Once", false);

        refused("adjustment.open", () -> begin(new Revisions(List.of(first, open)), JULY, JULY));
        assertThat(begin(new Revisions(List.of(first, ended)), JULY, JULY).agreementId())
                .isEqualTo("2027-R-r3");
    }

    @Test
    void it_is_never_confirmed_without_a_closer_look() {
        Negotiated adjustment = new Negotiated(begin(JULY));
        assertThat(new Tolerance(new BigDecimal(1000), null, true).objections(adjustment.agreement, METRICS))
                .extracting(Problem::code)
                .containsExactly("tolerance.adjustment");
    }

    @Test
    void what_was_superseded_is_not_adjusted_any_more() {
        Revision first = new Revision("2027-R", 1, AgreementState.AGREED, null, null, false);
        Revision second = new Revision("2027-R-r2", 2, AgreementState.AGREED, JULY, "Once", true);
        refused("adjustment.superseded", () -> begin(new Revisions(List.of(first, second)), JULY, JULY));
    }

    private static BigDecimal figure(String figure) {
        return new BigDecimal(figure);
    }

    private static Negotiated agreed() {
        Negotiated negotiated = new Negotiated().frozen();
        negotiated.agreement.confirm(Side.REP, Negotiated.TODAY, act(REP));
        negotiated.agreement.confirm(Side.MANAGER, Negotiated.TODAY, act(MANAGER));
        return negotiated;
    }

    private TargetAgreement begin(LocalDate from) {
        return begin(from, LocalDate.of(2026, 11, 27));
    }

    private TargetAgreement begin(LocalDate from, LocalDate today) {
        return begin(revisions(former.agreement), from, today);
    }

    private TargetAgreement begin(Revisions revisions, LocalDate from, LocalDate today) {
        return new Adjusting(former.agreement, METRICS, YEAR, today)
                .begin(revisions, "M", from, "The shop burnt down", 1, Map.of(Rules.PLAUSIBILITY, 1), act(REP));
    }

    /** As if this were the last one. */
    private static Revisions revisions(TargetAgreement agreement) {
        List<Revision> all = new ArrayList<>();
        for (int number = 1; number < agreement.revision(); number++) {
            all.add(new Revision("earlier", number, AgreementState.HANDED_OVER, null, null, false));
        }
        all.add(new Revision(agreement.agreementId(), agreement.revision(), agreement.state(), null, null, true));
        return new Revisions(all);
    }

    private static void freeze(Negotiated adjustment) {
        adjustment.agreement.completePlanning(METRICS, act(REP));
        adjustment.enter(AgreementState.REVIEW);
        adjustment.agreement.freeze(METRICS, act(Actor.SYSTEM));
    }

    private static Negotiated confirmed(Negotiated adjustment, String tea) {
        adjustment.plan(adjustment.agreement.lines().get(0).lineId(), tea);
        freeze(adjustment);
        adjustment.agreement.confirm(Side.REP, Negotiated.TODAY, act(REP));
        adjustment.agreement.confirm(Side.MANAGER, Negotiated.TODAY, act(MANAGER));
        return adjustment;
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(work)
                .satisfies(refusal ->
                        assertThat(refusal.problems()).extracting(Problem::code).contains(code));
    }
}
