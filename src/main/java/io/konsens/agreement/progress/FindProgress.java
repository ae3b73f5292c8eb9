package io.konsens.agreement.progress;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.campaign.Expectations;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.progress.persistence.ProgressMapper;
import io.konsens.planning.OrgUnit;
import io.konsens.planning.OrgUnits;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.planning.Role;
import io.konsens.platform.Caller;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How far a period has come: for process owners and finance all of it, for managers what is below them, for a rep theirs. */
@Component
public class FindProgress {

    private final Periods periods;
    private final Organisation organisation;
    private final OrgUnits orgUnits;
    private final AgreementAccess access;
    private final Metrics metrics;
    private final Expectations expectations;
    private final ProgressMapper mapper;
    private final KonsensProperties properties;
    private final Clock clock;

    FindProgress(
            Periods periods,
            Organisation organisation,
            OrgUnits orgUnits,
            AgreementAccess access,
            Metrics metrics,
            Expectations expectations,
            ProgressMapper mapper,
            KonsensProperties properties,
            Clock clock) {
        this.periods = periods;
        this.organisation = organisation;
        this.orgUnits = orgUnits;
        this.access = access;
        this.metrics = metrics;
        this.expectations = expectations;
        this.mapper = mapper;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Everything as of one moment: who plans meanwhile is in all sums, or in none.
     *
     * @throws Refusal NOT_FOUND without such a period, or for those who see nothing at all
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Progress of(String periodId, Caller caller) {
        PlanningPeriod period = periods.period(periodId).orElseThrow(Refusal::notFound);
        List<OrgUnit> units = orgUnits.all();
        List<OrgUnit> seen = seesExpectations(caller) ? expectations.visibleUnits(units, caller) : List.of();
        Sight sight = new Sight(
                access.visibility(caller), seen.stream().map(OrgUnit::name).collect(Collectors.toSet()));
        List<Standing> standings = mapper.standings(periodId);
        Map<Boolean, List<Metric>> bySum =
                metrics.byId().values().stream().collect(Collectors.partitioningBy(FindProgress::canBeSummed));
        RollUp rollUp = new RollUp(
                bySum.get(true),
                sums(periodId, standings, sight),
                expectations.of(periodId, seen),
                sight,
                clock.instant(),
                properties.zone());
        List<Node> roots = new Hierarchy(units, mapper.members())
                .with(standings).stream().flatMap(rollUp::visible).toList();
        return new Progress(period, bySum.get(true), bySum.get(false), roots);
    }

    /** Where everybody is seen, who they are need not be said: thousands of parameters cost more than the sums. */
    private List<LineSums> sums(String periodId, List<Standing> standings, Sight sight) {
        List<String> reps =
                standings.stream().filter(sight::reaches).map(Standing::repId).toList();
        if (reps.size() == standings.size()) {
            return mapper.sums(periodId, null);
        }
        return reps.isEmpty() ? List.of() : mapper.sums(periodId, reps);
    }

    /** What two people reach in percent is no sum. */
    private static boolean canBeSummed(Metric metric) {
        return metric.unit() != Unit.PERCENT;
    }

    private boolean seesExpectations(Caller caller) {
        return AgreementAccess.seesAll(caller)
                || organisation
                        .employeeByLogin(caller.userId())
                        .filter(employee -> employee.role() == Role.MANAGER)
                        .isPresent();
    }
}
