package io.konsens.agreement.progress.web;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.progress.Counts;
import io.konsens.agreement.progress.Node;
import io.konsens.agreement.progress.ShownRows.Row;
import io.konsens.agreement.progress.Standing;
import io.konsens.agreement.progress.Totals;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.KonsensProperties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The progress as a table to take along. Every metric that is summed has its columns. */
@Component
class ProgressTable {

    private final MessageSource messages;
    private final KonsensProperties properties;

    ProgressTable(MessageSource messages, KonsensProperties properties) {
        this.messages = messages;
        this.properties = properties;
    }

    /**
     * @param id for programs
     * @param title for people
     */
    record Column(String id, String title, Function<Row, @Nullable Object> value) {}

    List<Column> columns(PlanningPeriod period, List<Metric> metrics, Locale locale) {
        List<Column> columns = new ArrayList<>();
        add(columns, "name", locale, row -> row.node().name());
        add(columns, "level", locale, Row::depth);
        add(columns, "kind", locale, row -> text("enum.Node.Kind." + row.node().kind(), locale));
        add(columns, "leader", locale, row -> leader(row.node()));
        add(columns, "agreements", locale, count(Counts::agreements));
        add(columns, "states", locale, row -> states(row.node().counts(), locale));
        add(columns, "round", locale, ofAgreement(Standing::round));
        add(columns, "days", locale, row -> row.node().days());
        add(columns, "due", locale, ofAgreement(this::due));
        add(columns, "overdue", locale, count(Counts::overdue));
        add(columns, "open_lines", locale, count(Counts::openLines));
        add(columns, "open_deviations", locale, count(Counts::openDeviations));
        for (Metric metric : metrics) {
            String unit = metric.in(locale) + (metric.unit().decimals() > 0 ? ", " + period.currency() : "");
            figure(
                    columns,
                    metric,
                    "baseline",
                    unit,
                    locale,
                    totals -> totals.figures().baseline());
            figure(
                    columns,
                    metric,
                    "plan",
                    unit,
                    locale,
                    totals -> totals.figures().plan());
            figure(
                    columns,
                    metric,
                    "planned_baseline",
                    unit,
                    locale,
                    totals -> totals.figures().plannedBaseline());
            figure(
                    columns,
                    metric,
                    "proposal",
                    unit,
                    locale,
                    totals -> totals.figures().proposal());
            figure(
                    columns,
                    metric,
                    "agreed",
                    unit,
                    locale,
                    totals -> totals.figures().agreed());
            figure(
                    columns,
                    metric,
                    "set_by_management",
                    unit,
                    locale,
                    totals -> totals.figures().setByManagement());
            figure(columns, metric, "expectation", unit, locale, Totals::expectation);
            figure(columns, metric, "top_down_gap", unit, locale, Totals::topDownGap);
            figure(columns, metric, "handed_down", unit, locale, Totals::handedDown);
            figure(columns, metric, "over_assignment", unit, locale, Totals::overAssignment);
        }
        return columns;
    }

    private void add(List<Column> columns, String id, Locale locale, Function<Row, @Nullable Object> value) {
        columns.add(new Column(id, text("progress.column." + id, locale), value));
    }

    private void figure(
            List<Column> columns,
            Metric metric,
            String id,
            String unit,
            Locale locale,
            Function<Totals, @Nullable BigDecimal> value) {
        columns.add(new Column(
                metric.metricId() + "_" + id,
                text("progress.column." + id, locale) + " (" + unit + ")",
                row -> Optional.ofNullable(value.apply(row.node().totals().get(metric.metricId())))
                        .map(amount -> amount.setScale(metric.unit().decimals(), RoundingMode.HALF_UP))
                        .orElse(null)));
    }

    private static Function<Row, @Nullable Object> count(Function<Counts, Integer> count) {
        return row -> count.apply(row.node().counts());
    }

    private static Function<Row, @Nullable Object> ofAgreement(Function<Standing, @Nullable Object> value) {
        return row ->
                row.node().agreement() == null ? null : value.apply(row.node().standing());
    }

    private static @Nullable String leader(Node node) {
        return node.agreement() == null ? node.leader() : node.standing().managerName();
    }

    private @Nullable Object due(Standing standing) {
        return standing.stepDue() == null || !standing.state().isNegotiating()
                ? null
                : standing.stepDue().atZone(properties.zone()).toLocalDate();
    }

    /** "2 Planning, 1 Review", for a person just the state. */
    String states(Counts counts, Locale locale) {
        return counts.byState().entrySet().stream()
                .map(entry -> (counts.agreements() == 1 ? "" : entry.getValue() + " ") + state(entry.getKey(), locale))
                .collect(Collectors.joining(", "));
    }

    private String state(AgreementState state, Locale locale) {
        return text("enum.AgreementState." + state, locale);
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
