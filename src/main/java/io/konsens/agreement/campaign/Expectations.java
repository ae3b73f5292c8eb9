package io.konsens.agreement.campaign;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.campaign.persistence.ExpectationMapper;
import io.konsens.agreement.domain.Metric;
import io.konsens.planning.Employee;
import io.konsens.planning.OrgUnit;
import io.konsens.planning.OrgUnits;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.planning.Role;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Top-down expectations: what management wants from each org unit, before its people say what they can. */
@Component
public class Expectations {

    private final Periods periods;
    private final OrgUnits orgUnits;
    private final Organisation organisation;
    private final Metrics metrics;
    private final ExpectationMapper mapper;
    private final Clock clock;

    Expectations(
            Periods periods,
            OrgUnits orgUnits,
            Organisation organisation,
            Metrics metrics,
            ExpectationMapper mapper,
            Clock clock) {
        this.periods = periods;
        this.orgUnits = orgUnits;
        this.organisation = organisation;
        this.metrics = metrics;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * What is expected from an org unit with all below it; empty where nothing is. Asks nobody's rights: show it only to
     * those who may see the unit.
     *
     * @return in the metric's unit; money in the period's currency
     */
    public Optional<BigDecimal> of(String periodId, String orgUnit, String metricId) {
        return mapper.all(periodId).stream()
                .filter(one -> one.orgUnit().equals(orgUnit) && one.metric().equals(metricId))
                .map(Expectation::amount)
                .findFirst();
    }

    /**
     * The units somebody may see the expectations of: all for process owners and finance, their own and those below it for
     * managers. In the order of {@link OrgUnits#all()}.
     *
     * @throws Refusal NOT_FOUND for everybody else
     */
    public List<OrgUnit> visibleUnits(Caller caller) {
        return visibleUnits(orgUnits.all(), caller);
    }

    /** The same, of all the units there are. */
    public List<OrgUnit> visibleUnits(List<OrgUnit> all, Caller caller) {
        if (AgreementAccess.seesAll(caller)) {
            return all;
        }
        Set<String> own = organisation
                .employeeByLogin(caller.userId())
                .filter(employee -> employee.role() == Role.MANAGER)
                .map(Employee::orgUnit)
                .map(unit -> OrgUnits.within(unit, all))
                .orElseThrow(Refusal::notFound);
        return all.stream().filter(unit -> own.contains(unit.name())).toList();
    }

    /**
     * Those expectations there are, of the units this caller may see.
     *
     * @throws Refusal NOT_FOUND without such a period, or as {@link #visibleUnits} says
     */
    public List<Expectation> visible(String periodId, Caller caller) {
        requirePeriod(periodId);
        return of(periodId, visibleUnits(caller));
    }

    /** Those there are of these units. Asks nobody's rights: give it the units somebody may see. */
    public List<Expectation> of(String periodId, List<OrgUnit> units) {
        Set<String> names = units.stream().map(OrgUnit::name).collect(Collectors.toSet());
        return mapper.all(periodId).stream()
                .filter(one -> names.contains(one.orgUnit()))
                .toList();
    }

    /** What a unit's own people's accounts bought in the baseline window, in the period's currency. */
    public record Sold(String orgUnit, BigDecimal amount) {}

    /**
     * What the accounts of a unit and all below it bought in the baseline window: money in the period's currency, by unit;
     * only of units the caller may see, and without those that sold nothing.
     *
     * @throws Refusal as {@link #visible}
     */
    public Map<String, BigDecimal> baselines(String periodId, Caller caller) {
        PlanningPeriod period = periods.period(periodId).orElseThrow(Refusal::notFound);
        List<Sold> sold = mapper.sold(period);
        Map<String, BigDecimal> baselines = new HashMap<>();
        List<OrgUnit> all = orgUnits.all();
        for (OrgUnit unit : visibleUnits(all, caller)) {
            Set<String> within = OrgUnits.within(unit.name(), all);
            sold.stream()
                    .filter(one -> within.contains(one.orgUnit()))
                    .forEach(one -> baselines.merge(unit.name(), one.amount(), BigDecimal::add));
        }
        return baselines;
    }

    /**
     * Changes these, all or none; a null amount takes an expectation away. Others stay.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners; NOT_FOUND without such a period; INVALID naming every row
     *     (counted from 0) whose unit or metric is unknown or whose amount cannot be a target of its metric
     */
    @Transactional
    public void save(String periodId, List<Expectation> changes, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        requirePeriod(periodId);
        check(changes);
        for (Expectation change : changes) {
            if (change.amount() == null) {
                mapper.delete(periodId, change);
            } else {
                mapper.save(periodId, change, caller.userId(), clock.instant());
            }
        }
    }

    private void requirePeriod(String periodId) {
        if (periods.period(periodId).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private void check(List<Expectation> changes) {
        Map<String, Metric> byId = metrics.byId();
        List<String> units = orgUnits.all().stream().map(OrgUnit::name).toList();
        List<Problem> problems = new ArrayList<>();
        for (int row = 0; row < changes.size(); row++) {
            Expectation change = changes.get(row);
            Metric metric = byId.get(change.metric());
            if (!units.contains(change.orgUnit())) {
                problems.add(new Problem(row, "orgUnit", "expectation.unitUnknown", change.orgUnit()));
            }
            if (metric == null) {
                problems.add(new Problem(row, "metric", "expectation.metricUnknown", change.metric()));
            } else {
                int at = row;
                Stream.ofNullable(change.amount())
                        .flatMap(amount -> metric.objection(amount).stream())
                        .map(code -> new Problem(
                                at, "amount", code, metric, metric.unit().decimals()))
                        .forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
    }
}
