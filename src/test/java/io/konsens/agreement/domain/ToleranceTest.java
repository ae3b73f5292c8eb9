package io.konsens.agreement.domain;

import static io.konsens.agreement.domain.Negotiated.MARGIN;
import static io.konsens.agreement.domain.Negotiated.METRICS;
import static io.konsens.agreement.domain.Negotiated.TEA;
import static io.konsens.agreement.domain.Negotiated.TOFU;
import static io.konsens.agreement.domain.Negotiated.act;
import static io.konsens.agreement.domain.Negotiated.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Baselines: tea 1000, tofu 2000; the rep plans tea 1100, tofu 2100. */
class ToleranceTest {

    private final Negotiated negotiated = new Negotiated();

    @ParameterizedTest
    @CsvSource({
        "10,     ,       ''",
        "9.99,   ,       Alpha · Tea",
        "5,      ,       Alpha · Tea",
        "4.9999, ,       Alpha · Tea|Alpha · Tofu",
        ",       100.00, ''",
        ",       99.99,  Alpha · Tea|Alpha · Tofu",
        "5,      100,    Alpha · Tea",
        "10,     99.99,  Alpha · Tea|Alpha · Tofu",
    })
    void every_limit_given_must_be_kept_by_every_line(BigDecimal percent, BigDecimal amount, String outside) {
        negotiated.planned().propose(MARGIN, "30", null);
        assertThat(objections(new Tolerance(percent, amount, false)))
                .extracting(problem -> problem.args().get(0))
                .containsExactlyElementsOf(outside.isEmpty() ? List.of() : List.of(outside.split("\\|")));
    }

    @Test
    void less_than_the_baseline_is_as_far_as_more() {
        negotiated.plan(TEA, "899.99").plan(TOFU, "1800.00");
        assertThat(objections(percent("10")))
                .extracting(Problem::row, Problem::field, Problem::code)
                .contains(tuple(1, "plan", "tolerance.exceeded"))
                .doesNotContain(tuple(2, "plan", "tolerance.exceeded"));
    }

    @Test
    void on_a_baseline_of_zero_only_zero_is_within() {
        Negotiated zero = new Negotiated("0.00", "2000.00");
        zero.plan(TEA, "0.01").plan(TOFU, "2000.00");
        assertThat(zero.objections(percent("100"))).extracting(Problem::row).contains(1);
        zero.plan(TEA, "0");
        assertThat(zero.objections(percent("100"))).extracting(Problem::row).containsExactly(3);
    }

    @Test
    void without_a_baseline_a_line_is_within_only_if_somebody_says_so() {
        Negotiated fresh = new Negotiated(null, "2000.00");
        fresh.plan(TEA, "5.00")
                .plan(TOFU, "2000.00")
                .enter(AgreementState.REVIEW)
                .propose(MARGIN, "30", null);
        assertThat(fresh.objections(percent("10")))
                .extracting(Problem::row, Problem::field, Problem::code)
                .containsExactly(tuple(1, "baseline", "tolerance.noBaseline"));
        assertThat(fresh.objections(new Tolerance(BigDecimal.TEN, null, true))).isEmpty();
    }

    @Test
    void a_figure_management_has_yet_to_set_stands_in_the_way() {
        negotiated.planned();
        assertThat(objections(percent("10")))
                .extracting(Problem::row, Problem::field, Problem::code)
                .containsExactly(tuple(3, "proposal", "line.managementTargetMissing"));
    }

    @Test
    void so_does_a_proposal_the_rep_has_not_accepted() {
        negotiated.proposed().answer(TEA, Answer.REJECT);
        negotiated.agreement.completeResponse(METRICS, act(Negotiated.REP));
        negotiated.enter(AgreementState.REVIEW);
        assertThat(objections(percent("1000")))
                .extracting(Problem::row, Problem::field, Problem::code)
                .containsExactly(tuple(1, "proposal", "tolerance.openProposal"));
    }

    @Test
    void an_accepted_proposal_is_what_stands() {
        negotiated.proposed().answer(TEA, Answer.ACCEPT);
        assertThat(objections(percent("30"))).isEmpty();
        assertThat(objections(percent("29"))).extracting(Problem::row).containsExactly(1);
    }

    @Test
    void an_amount_of_money_says_nothing_about_lines_of_another_unit() {
        Tolerance amount = new Tolerance(null, new BigDecimal(100), false);
        Metric percentage = METRICS.get("contribution_margin");
        PlanLine line = new PlanLine("x", 1, percentage.metricId(), null, null, null, SetBy.REP, figure("30"));
        line.plan(figure("31"), null, Plausibility.OK, null);
        assertThat(amount.objections(List.of(line), METRICS)).hasSize(1);
        line.plan(figure("30"), null, Plausibility.OK, null);
        assertThat(amount.objections(List.of(line), METRICS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({",,tolerance.missing", "-1,,tolerance.negative", ",-0.01,tolerance.negative"})
    void a_tolerance_has_a_limit_that_is_not_negative(BigDecimal percent, BigDecimal amount, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Tolerance(percent, amount, false))
                .satisfies(refusal ->
                        assertThat(refusal.problems()).extracting(Problem::code).containsExactly(code));
    }

    private static Tolerance percent(String percent) {
        return new Tolerance(new BigDecimal(percent), null, false);
    }

    private List<Problem> objections(Tolerance tolerance) {
        return negotiated.objections(tolerance);
    }
}
