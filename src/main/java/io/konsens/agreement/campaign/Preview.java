package io.konsens.agreement.campaign;

import io.konsens.agreement.application.LinePreparation;
import io.konsens.agreement.application.LinePreparation.SuggestedLine;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.RulesInForce;
import io.konsens.agreement.campaign.persistence.PreviewMapper;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Metric.BaselineSource;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who would get which agreement if the campaign started now. */
@Component
public class Preview {

    private final Periods periods;
    private final Organisation organisation;
    private final LinePreparation linePreparation;
    private final Metrics metrics;
    private final RulesInForce rules;
    private final PreviewMapper mapper;

    Preview(
            Periods periods,
            Organisation organisation,
            LinePreparation linePreparation,
            Metrics metrics,
            RulesInForce rules,
            PreviewMapper mapper) {
        this.periods = periods;
        this.organisation = organisation;
        this.linePreparation = linePreparation;
        this.metrics = metrics;
        this.rules = rules;
        this.mapper = mapper;
    }

    /** Why somebody who plans gets no agreement from this start. */
    public enum Excluded {
        NO_MANAGER,
        HAS_AGREEMENT
    }

    /**
     * @param lines how many the agreement would begin with
     * @param baseline net amount of the rep's accounts in the baseline window, in the period's currency; null without orders
     * @param roundsAllowed by the rules now in force
     * @param excluded null for those who get an agreement
     */
    public record Row(
            String repId,
            String repName,
            String orgUnit,
            @Nullable String managerName,
            int accounts,
            int lines,
            @Nullable BigDecimal baseline,
            int roundsAllowed,
            @Nullable Excluded excluded) {}

    /**
     * What order history knows of somebody who plans.
     *
     * @param ordering accounts with orders in the window
     * @param lines combinations of account and product group with orders in the window
     */
    public record Planner(
            String repId,
            String repName,
            String orgUnit,
            @Nullable String seniority,
            @Nullable String managerName,
            int accounts,
            int ordering,
            int lines,
            @Nullable BigDecimal baseline,
            boolean agreed) {}

    /**
     * By employee id.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners; NOT_FOUND without such a period
     */
    public List<Row> of(String periodId, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        PlanningPeriod period = periods.period(periodId).orElseThrow(Refusal::notFound);
        Collection<Metric> all = metrics.byId().values();
        Map<List<@Nullable String>, Integer> rounds = new HashMap<>();
        return mapper.planners(period).stream()
                .map(planner -> {
                    // One answer for all who are alike: a table is asked a handful of times, not thousands.
                    List<@Nullable String> alike = Arrays.asList(planner.orgUnit(), planner.seniority());
                    int allowed = rounds.computeIfAbsent(
                            alike,
                            key -> rules.rounds(planner.orgUnit(), planner.seniority())
                                    .value());
                    return row(planner, all, allowed);
                })
                .toList();
    }

    /**
     * The very lines one rep's agreement would begin with.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners; NOT_FOUND without such a period or employee
     */
    public List<SuggestedLine> lines(String periodId, String repId, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        PlanningPeriod period = periods.period(periodId).orElseThrow(Refusal::notFound);
        return linePreparation.suggest(organisation.employee(repId).orElseThrow(Refusal::notFound), period);
    }

    private static Row row(Planner planner, Collection<Metric> metrics, int rounds) {
        Excluded excluded = planner.managerName() == null ? Excluded.NO_MANAGER : null;
        return new Row(
                planner.repId(),
                planner.repName(),
                planner.orgUnit(),
                planner.managerName(),
                planner.accounts(),
                metrics.stream().mapToInt(metric -> lines(metric, planner)).sum(),
                planner.baseline(),
                rounds,
                planner.agreed() ? Excluded.HAS_AGREEMENT : excluded);
    }

    /** As many as {@link LinePreparation#suggest} gives, without reading each of them. */
    private static int lines(Metric metric, Planner planner) {
        boolean fromOrders = metric.baselineSource() == BaselineSource.NET_AMOUNT
                || metric.baselineSource() == BaselineSource.QUANTITY;
        return switch (metric.level()) {
            case LINE -> planner.lines();
            case ACCOUNT -> fromOrders ? planner.ordering() : 0;
            case AGREEMENT -> 1;
        };
    }
}
