package io.konsens.agreement.campaign.web;

import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.campaign.Expectation;
import io.konsens.agreement.campaign.Expectations;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Metric.BaselineSource;
import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.web.Amounts;
import io.konsens.planning.OrgUnit;
import io.konsens.platform.Caller;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Expectations as a table of org units and metrics, each with what the units right below it add up to. */
@Component
class ExpectationTable {

    private final Expectations expectations;
    private final Metrics metrics;

    ExpectationTable(Expectations expectations, Metrics metrics) {
        this.expectations = expectations;
        this.metrics = metrics;
    }

    /**
     * @param depth of the unit in the tree, 0 at the top
     * @param amount a string with a dot; null where nothing is expected
     * @param baseline what the unit and those below sold in the baseline window, for metrics that sum up what was sold; else null
     * @param below the sum of the units right below; null where there is none, and for percentages, which do not add up
     */
    public record Cell(
            String orgUnit,
            @Nullable String parent,
            int depth,
            String metric,
            Unit unit,
            @Nullable String amount,
            @Nullable String below,
            @Nullable String baseline) {}

    /** By unit, then metric. */
    List<Cell> cells(String periodId, Caller caller) {
        List<Expectation> given = expectations.visible(periodId, caller);
        List<OrgUnit> units = expectations.visibleUnits(caller);
        Map<String, BigDecimal> baselines = expectations.baselines(periodId, caller);
        List<Cell> cells = new ArrayList<>();
        for (OrgUnit unit : units) {
            for (Metric metric : metrics.byId().values()) {
                cells.add(new Cell(
                        unit.name(),
                        unit.parent(),
                        unit.depth(),
                        metric.metricId(),
                        metric.unit(),
                        Amounts.write(amount(given, unit, metric), metric.unit()),
                        Amounts.write(below(given, units, unit, metric), metric.unit()),
                        metric.baselineSource() == BaselineSource.NET_AMOUNT
                                ? Amounts.write(baselines.get(unit.name()), metric.unit())
                                : null));
            }
        }
        return cells;
    }

    private static @Nullable BigDecimal amount(List<Expectation> given, OrgUnit unit, Metric metric) {
        return given.stream()
                .filter(one -> one.orgUnit().equals(unit.name()) && one.metric().equals(metric.metricId()))
                .map(Expectation::amount)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal below(
            List<Expectation> given, List<OrgUnit> units, OrgUnit parent, Metric metric) {
        if (metric.unit() == Unit.PERCENT) {
            return null;
        }
        return units.stream()
                .filter(unit -> parent.name().equals(unit.parent()))
                .map(unit -> amount(given, unit, metric))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
