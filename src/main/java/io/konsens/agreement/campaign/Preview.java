package io.konsens.agreement.campaign;

import io.konsens.agreement.application.LinePreparation;
import io.konsens.agreement.application.LinePreparation.SuggestedLine;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.Prorations;
import io.konsens.agreement.application.RulesInForce;
import io.konsens.agreement.campaign.persistence.PreviewMapper;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Metric.BaselineSource;
import io.konsens.agreement.domain.Proration;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
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
    private final Prorations prorations;
    private final PreviewMapper mapper;

    Preview(
            Periods periods,
            Organisation organisation,
            LinePreparation linePreparation,
            Metrics metrics,
            RulesInForce rules,
            Prorations prorations,
            PreviewMapper mapper) {
        this.periods = periods;
        this.organisation = organisation;
        this.linePreparation = linePreparation;
        this.metrics = metrics;
        this.rules = rules;
        this.prorations = prorations;
        this.mapper = mapper;
    }

    /** Why somebody who plans gets no agreement from this start. */
    public enum Excluded {
        NO_MANAGER,
        /** Comes after the period, or left before it. */
        NOT_THERE,
        HAS_AGREEMENT
    }

    /**
     * @param lines how many the agreement would begin with
     * @param baseline net amount of the rep's accounts in the baseline window, in the period's currency, their share of it
     *     if they join or leave within the period; null without orders
     * @param proration null for who works the whole period
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
            @Nullable Proration proration,
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
            @Nullable LocalDate entryDate,
            @Nullable LocalDate exitDate,
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
                    return row(planner, period, all, allowed);
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

    private Row row(Planner planner, PlanningPeriod period, Collection<Metric> metrics, int rounds) {
        Excluded excluded = excluded(planner, period);
        Proration proration = worksIn(period, planner)
                ? prorations.of(planner.entryDate(), planner.exitDate(), period).orElse(null)
                : null;
        return new Row(
                planner.repId(),
                planner.repName(),
                planner.orgUnit(),
                planner.managerName(),
                planner.accounts(),
                metrics.stream().mapToInt(metric -> lines(metric, planner)).sum(),
                planner.baseline() == null || proration == null
                        ? planner.baseline()
                        : proration.share(planner.baseline(), 2),
                proration,
                rounds,
                excluded);
    }

    private static boolean worksIn(PlanningPeriod period, Planner planner) {
        return Employee.works(planner.entryDate(), planner.exitDate(), period);
    }

    private static @Nullable Excluded excluded(Planner planner, PlanningPeriod period) {
        if (planner.agreed()) {
            return Excluded.HAS_AGREEMENT;
        }
        if (!worksIn(period, planner)) {
            return Excluded.NOT_THERE;
        }
        return planner.managerName() == null ? Excluded.NO_MANAGER : null;
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
