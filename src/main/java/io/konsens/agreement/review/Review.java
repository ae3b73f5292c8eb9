package io.konsens.agreement.review;

import static java.util.Comparator.comparing;

import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.domain.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan that waits for its review.
 *
 * @param revision greater than 1 for an adjustment
 * @param lines how many figures it has
 * @param total of the lines of money the rep plans: what stands on them now, without open proposals
 * @param biggest the line of money furthest from its baseline; null if there is none
 * @param targetsToSet metrics of the whole agreement that management has yet to set
 * @param due null if there is no hurry
 */
public record Review(
        String agreementId,
        String periodId,
        String repId,
        String repName,
        int revision,
        int round,
        int roundsAllowed,
        int lines,
        String currency,
        Movement total,
        @Nullable Line biggest,
        List<Metric> targetsToSet,
        @Nullable Instant due,
        boolean overdue) {

    /** @param label what people call the line: a text, or a {@link Metric} */
    public record Line(Object label, Movement movement) {}

    static Review of(
            TargetAgreement agreement,
            String repName,
            Map<String, Metric> metrics,
            @Nullable Instant due,
            Instant now) {
        List<PlanLine> money = agreement.lines().stream()
                .filter(line ->
                        line.setBy() == SetBy.REP && metrics.get(line.metric()).unit() == Unit.CURRENCY)
                .toList();
        return new Review(
                agreement.agreementId(),
                agreement.periodId(),
                agreement.repId(),
                repName,
                agreement.revision(),
                agreement.round(),
                agreement.roundsAllowed(),
                agreement.lines().size(),
                agreement.currency(),
                money.stream().map(Review::movement).reduce(Movement.NONE, Movement::plus),
                money.stream()
                        .map(line -> new Line(line.label(metrics), movement(line)))
                        // The first of equals, so that it stays the same from look to look.
                        .reduce((first, next) -> further(next, first) ? next : first)
                        .orElse(null),
                agreement.lines().stream()
                        .filter(BulkConfirmation::isToSet)
                        .map(line -> metrics.get(line.metric()))
                        .toList(),
                due,
                due != null && due.isBefore(now));
    }

    private static Movement movement(PlanLine line) {
        return new Movement(
                Objects.requireNonNullElse(line.baseline(), BigDecimal.ZERO),
                Objects.requireNonNullElse(line.standing(), BigDecimal.ZERO));
    }

    private static boolean further(Line one, Line other) {
        return comparing((Line line) -> line.movement().change().abs()).compare(one, other) > 0;
    }
}
