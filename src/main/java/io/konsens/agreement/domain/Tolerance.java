package io.konsens.agreement.domain;

import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan may be from its baseline, line by line, for a manager to confirm it without a closer look. A line has to
 * keep every limit that is given; both limits hold upwards and downwards.
 *
 * @param percent of the line's baseline, 0 or more; null for no such limit
 * @param amount in the period's currency, 0 or more; null for no such limit. Lines of another unit cannot be held against
 *     it: without a percentage they are within only where the plan is the baseline
 * @param newLines whether lines without a baseline count as within; they never do unless somebody says so
 */
public record Tolerance(
        @Nullable BigDecimal percent, @Nullable BigDecimal amount, boolean newLines) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** @throws Refusal INVALID without any limit, or with a negative one */
    public Tolerance {
        List<Problem> problems = percent == null && amount == null
                ? List.of(new Problem(null, "percent", "tolerance.missing"))
                : Stream.concat(negative("percent", percent), negative("amount", amount))
                        .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
    }

    private static Stream<Problem> negative(String field, @Nullable BigDecimal limit) {
        return limit != null && limit.signum() < 0
                ? Stream.of(new Problem(null, field, "tolerance.negative"))
                : Stream.empty();
    }

    /** See below; an adjustment is never confirmed without a closer look, since what it changes was agreed already. */
    public List<Problem> objections(TargetAgreement agreement, Map<String, Metric> metrics) {
        return agreement.adjustment() == null
                ? objections(agreement.lines(), metrics)
                : List.of(Problem.of("tolerance.adjustment"));
    }

    /**
     * Why a plan under review cannot be confirmed as a whole: each line that is too far from its baseline, and each on
     * which something is still to be said. Empty if it can.
     */
    List<Problem> objections(List<PlanLine> lines, Map<String, Metric> metrics) {
        return lines.stream().flatMap(line -> objection(line, metrics).stream()).toList();
    }

    private Optional<Problem> objection(PlanLine line, Map<String, Metric> metrics) {
        BigDecimal figure = line.standing();
        if (line.setBy() == SetBy.MANAGER) {
            return figure == null
                    ? problem(line, metrics, "proposal", "line.managementTargetMissing")
                    : Optional.empty();
        }
        if (line.deviates()) {
            return problem(line, metrics, "proposal", "tolerance.openProposal");
        }
        if (figure == null) {
            return problem(line, metrics, "plan", "line.planMissing");
        }
        BigDecimal baseline = line.baseline();
        if (baseline == null) {
            return newLines ? Optional.empty() : problem(line, metrics, "baseline", "tolerance.noBaseline");
        }
        Unit unit = metrics.get(line.metric()).unit();
        return isWithin(figure.subtract(baseline).abs(), baseline, unit == Unit.CURRENCY)
                ? Optional.empty()
                : problem(line, metrics, "plan", "tolerance.exceeded", unit.readable(figure), unit.readable(baseline));
    }

    /** Compared as products, so that nothing is rounded. */
    private boolean isWithin(BigDecimal change, BigDecimal baseline, boolean money) {
        boolean withinPercent =
                percent == null || change.multiply(HUNDRED).compareTo(percent.multiply(baseline.abs())) <= 0;
        boolean withinAmount = amount == null || !money || change.compareTo(amount) <= 0;
        boolean comparable = percent != null || money || change.signum() == 0;
        return withinPercent && withinAmount && comparable;
    }

    private static Optional<Problem> problem(
            PlanLine line, Map<String, Metric> metrics, String field, String code, Object... figures) {
        Object[] args = Stream.concat(Stream.of(line.label(metrics)), Stream.of(figures))
                .toArray();
        return Optional.of(new Problem(line.position(), field, code, args));
    }
}
