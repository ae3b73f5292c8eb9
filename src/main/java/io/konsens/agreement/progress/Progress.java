package io.konsens.agreement.progress;

import io.konsens.agreement.domain.Metric;
import io.konsens.planning.PlanningPeriod;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a period's agreements stand, as far as somebody may see them.
 *
 * @param metrics those that are summed, in the order they are shown
 * @param notSummed percentages: what they come to for two people is no sum
 * @param roots the highest places somebody sees everything below of
 */
public record Progress(PlanningPeriod period, List<Metric> metrics, List<Metric> notSummed, List<Node> roots) {

    /** Every place, each before what is below it. */
    public Stream<Node> all() {
        return roots.stream().flatMap(Node::all);
    }
}
