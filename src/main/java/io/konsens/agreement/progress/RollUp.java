package io.konsens.agreement.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.konsens.agreement.campaign.Expectation;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.progress.Hierarchy.Branch;
import io.konsens.agreement.progress.Node.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums everything up along the hierarchy (Verdichtung): each place is the sum of those right below it. A place is only shown
 * to those who may see everybody in it; for others what they may see in it stands alone, so that a sum is never a part of one.
 */
final class RollUp {

    private final List<Metric> metrics;
    private final Map<String, List<LineSums>> sums;
    private final Map<String, Map<String, BigDecimal>> expectations;
    private final Sight sight;
    private final Instant now;
    private final ZoneId zone;

    /**
     * @param metrics those to sum
     * @param expectations of the units that may be seen
     */
    RollUp(
            List<Metric> metrics,
            List<LineSums> sums,
            List<Expectation> expectations,
            Sight sight,
            Instant now,
            ZoneId zone) {
        this.metrics = metrics;
        this.sums = sums.stream().collect(groupingBy(LineSums::agreementId));
        this.expectations = expectations.stream()
                .filter(one -> one.amount() != null)
                .collect(groupingBy(Expectation::metric, toMap(Expectation::orgUnit, Expectation::amount)));
        this.sight = sight;
        this.now = now;
        this.zone = zone;
    }

    /** What there is to see of a branch: itself, or else those of its parts that may be seen. */
    Stream<Node> visible(Branch branch) {
        List<Node> children = branch.children.stream()
                .flatMap(this::visible)
                .sorted(Comparator.comparing(Node::kind))
                .toList();
        if (branch.kind == Kind.PERSON) {
            return isWhole(branch) ? Stream.of(person(branch)) : Stream.empty();
        }
        return sight.reachesPlace(branch) && isWhole(branch) && isWorthShowing(branch, children)
                ? Stream.of(place(branch, children))
                : children.stream();
    }

    private boolean isWhole(Branch branch) {
        return branch.kind == Kind.PERSON
                ? sight.reaches(branch.agreement)
                : branch.children.stream().allMatch(this::isWhole);
    }

    /** A unit without agreements still is where something may be expected. */
    private boolean isWorthShowing(Branch branch, List<Node> children) {
        return !children.isEmpty() || metrics.stream().anyMatch(metric -> expectation(branch, metric) != null);
    }

    private Node person(Branch branch) {
        Standing standing = branch.agreement;
        List<LineSums> own = sums.getOrDefault(standing.agreementId(), List.of());
        Map<String, Totals> totals = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            Figures figures = own.stream()
                    .filter(one -> one.metric().equals(metric.metricId()))
                    .map(LineSums::figures)
                    .findFirst()
                    .orElse(Figures.NONE);
            totals.put(metric.metricId(), new Totals(figures, null, figures.quota()));
        }
        Counts counts = Counts.of(
                standing.state(),
                standing.isOverdue(now),
                own.stream().mapToInt(LineSums::openLines).sum(),
                own.stream().mapToInt(LineSums::openDeviations).sum());
        return node(branch, List.of(), daysIn(standing), counts, totals);
    }

    private Node place(Branch branch, List<Node> children) {
        Map<String, Totals> totals = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            Figures figures = Figures.NONE;
            BigDecimal handedDown = null;
            for (Node child : children) {
                Totals below = child.totals().get(metric.metricId());
                figures = figures.plus(below.figures());
                handedDown = Figures.sum(handedDown, below.assigned());
            }
            totals.put(metric.metricId(), new Totals(figures, expectation(branch, metric), handedDown));
        }
        Counts counts = children.stream().map(Node::counts).reduce(Counts.NONE, Counts::plus);
        return node(branch, children, null, counts, totals);
    }

    private @Nullable BigDecimal expectation(Branch branch, Metric metric) {
        return branch.kind == Kind.UNIT
                ? expectations.getOrDefault(metric.metricId(), Map.of()).get(branch.key)
                : null;
    }

    private @Nullable Integer daysIn(Standing standing) {
        return standing.state().isNegotiating()
                ? Math.toIntExact(ChronoUnit.DAYS.between(
                        standing.since().atZone(zone).toLocalDate(),
                        now.atZone(zone).toLocalDate()))
                : null;
    }

    private static Node node(
            Branch branch, List<Node> children, @Nullable Integer days, Counts counts, Map<String, Totals> totals) {
        return new Node(
                branch.id, branch.kind, branch.name, branch.leader, children, branch.agreement, days, counts, totals);
    }
}
