package io.konsens.agreement.progress.web;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.progress.Counts;
import io.konsens.agreement.progress.Figures;
import io.konsens.agreement.progress.Node;
import io.konsens.agreement.progress.ShownRows;
import io.konsens.agreement.progress.Standing;
import io.konsens.agreement.progress.Totals;
import io.konsens.agreement.web.Amounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in the hierarchy as our API shows it; see {@link Node}, {@link Counts} and {@link Figures} for what is counted.
 *
 * @param parent id of the place right above, null at the top
 * @param matching how many people here the filter lets through; the other figures are of all
 * @param agreement of a person, null for units and teams
 */
record NodeView(
        String id,
        @Nullable String parent,
        Node.Kind kind,
        String name,
        @Nullable String leader,
        int agreements,
        int matching,
        Map<AgreementState, Integer> byState,
        int overdue,
        int openLines,
        int openDeviations,
        List<FiguresView> figures,
        @Nullable AgreementView agreement) {

    /** Amounts are strings with a dot, null where there is none. */
    record FiguresView(
            String metric,
            int lines,
            int openLines,
            @Nullable String baseline,
            @Nullable String plannedBaseline,
            @Nullable String plan,
            @Nullable String proposal,
            @Nullable String agreed,
            @Nullable String setByManagement,
            @Nullable String quota,
            @Nullable String expectation,
            @Nullable String topDownGap,
            @Nullable String handedDown,
            @Nullable String overAssignment) {

        static FiguresView of(Metric metric, Totals totals) {
            Figures figures = totals.figures();
            Unit unit = metric.unit();
            return new FiguresView(
                    metric.metricId(),
                    figures.lines(),
                    figures.openLines(),
                    Amounts.write(figures.baseline(), unit),
                    Amounts.write(figures.plannedBaseline(), unit),
                    Amounts.write(figures.plan(), unit),
                    Amounts.write(figures.proposal(), unit),
                    Amounts.write(figures.agreed(), unit),
                    Amounts.write(figures.setByManagement(), unit),
                    Amounts.write(figures.quota(), unit),
                    Amounts.write(totals.expectation(), unit),
                    Amounts.write(totals.topDownGap(), unit),
                    Amounts.write(totals.handedDown(), unit),
                    Amounts.write(totals.overAssignment(), unit));
        }
    }

    record AgreementView(
            String id,
            String repId,
            String managerId,
            String managerName,
            AgreementState state,
            int round,
            int roundsAllowed,
            int revision,
            @Nullable Instant stepDue,
            Instant since,
            @Nullable Integer days,
            @Nullable String adjustment) {

        static AgreementView of(Standing standing, @Nullable Integer days) {
            return new AgreementView(
                    standing.agreementId(),
                    standing.repId(),
                    standing.managerId(),
                    standing.managerName(),
                    standing.state(),
                    standing.round(),
                    standing.roundsAllowed(),
                    standing.revision(),
                    standing.stepDue(),
                    standing.since(),
                    days,
                    standing.adjustmentId());
        }
    }

    static NodeView of(ShownRows.Row row, List<Metric> metrics) {
        Node node = row.node();
        Counts counts = node.counts();
        return new NodeView(
                node.id(),
                row.parent(),
                node.kind(),
                node.name(),
                node.leader(),
                counts.agreements(),
                row.matching(),
                counts.byState(),
                counts.overdue(),
                counts.openLines(),
                counts.openDeviations(),
                metrics.stream()
                        .map(metric -> FiguresView.of(metric, node.totals().get(metric.metricId())))
                        .toList(),
                node.agreement() == null ? null : AgreementView.of(node.agreement(), node.days()));
    }
}
