package io.konsens.agreement.domain;

import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of one agreement, in the order they are shown; those somebody else plans now are kept apart. */
final class PlanLines {

    private final List<PlanLine> lines;

    PlanLines(List<PlanLine> lines) {
        this.lines = new ArrayList<>(lines);
    }

    /**
     * Adds a line at the end.
     *
     * @throws Refusal CONFLICT if there is one about the same already
     */
    PlanLine append(
            String lineId,
            Metric metric,
            @Nullable String accountId,
            @Nullable String accountName,
            @Nullable String productGroup,
            SetBy setBy,
            @Nullable BigDecimal baseline) {
        if (stream().anyMatch(line -> line.isAbout(metric.metricId(), accountId, productGroup))) {
            throw Refusal.conflict("line.exists", accountName == null ? metric : accountName + " · " + productGroup);
        }
        PlanLine line = new PlanLine(
                lineId, lines.size() + 1, metric.metricId(), accountId, accountName, productGroup, setBy, baseline);
        lines.add(line);
        return line;
    }

    /** Whether open or closed.
     *
     * @throws Refusal NOT_FOUND if there is no such line */
    PlanLine get(String lineId) {
        return lines.stream()
                .filter(line -> line.lineId().equals(lineId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    Stream<PlanLine> stream() {
        return lines.stream().filter(line -> line.closedOn() == null);
    }

    List<PlanLine> all() {
        return stream().toList();
    }

    /** Those somebody else plans now. */
    List<PlanLine> closed() {
        return lines.stream().filter(line -> line.closedOn() != null).toList();
    }

    int openProposals() {
        return (int) stream()
                .filter(line -> line.hasProposal() && line.response() == null)
                .count();
    }

    int openDeviations() {
        return (int) stream().filter(PlanLine::deviates).count();
    }

    List<PlanLine> takeChanged() {
        return lines.stream().filter(PlanLine::takeChanged).toList();
    }
}
