package io.konsens.agreement.guidance;

import static java.util.stream.Collectors.toMap;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.campaign.Expectations;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.guidance.persistence.GuidanceMapper;
import io.konsens.planning.Employee;
import io.konsens.planning.OrgUnit;
import io.konsens.planning.OrgUnits;
import io.konsens.planning.Organisation;
import io.konsens.planning.Role;
import io.konsens.platform.Caller;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the campaign expects of a rep's team, and how far the team has come: the rep learns the gap, not colleagues' figures. */
@Component
public class TeamGuidance {

    private final AgreementAccess access;
    private final Expectations expectations;
    private final Organisation organisation;
    private final OrgUnits orgUnits;
    private final Metrics metrics;
    private final GuidanceMapper mapper;

    TeamGuidance(
            AgreementAccess access,
            Expectations expectations,
            Organisation organisation,
            OrgUnits orgUnits,
            Metrics metrics,
            GuidanceMapper mapper) {
        this.access = access;
        this.expectations = expectations;
        this.organisation = organisation;
        this.orgUnits = orgUnits;
        this.metrics = metrics;
        this.mapper = mapper;
    }

    /** The sum of a metric's figures as they stand. */
    public record Sum(String metric, BigDecimal amount, int openLines) {}

    /**
     * One entry for each metric that something is expected in. Percentages do not add up and are left out.
     *
     * @throws Refusal NOT_FOUND if there is no such agreement or the caller may not see it
     */
    public List<TeamStanding> of(String agreementId, Caller caller) {
        TargetAgreement agreement = access.visible(agreementId, caller);
        String unit =
                organisation.employee(agreement.repId()).map(Employee::orgUnit).orElseThrow(Refusal::notFound);
        List<TeamStanding> expected = metrics.byId().values().stream()
                .filter(metric -> metric.unit() != Unit.PERCENT)
                .flatMap(metric -> expected(agreement.periodId(), unit, metric))
                .toList();
        if (expected.isEmpty()) {
            return expected;
        }
        boolean seesFigures = seesFigures(unit, caller);
        Map<String, Sum> sums = mapper.sums(agreement.periodId(), orgUnits.within(unit)).stream()
                .collect(toMap(Sum::metric, Function.identity()));
        return expected.stream()
                .map(one -> {
                    Sum sum = sums.getOrDefault(one.metric(), new Sum(one.metric(), BigDecimal.ZERO, 0));
                    return new TeamStanding(
                            one.metric(),
                            unit,
                            one.expected(),
                            seesFigures ? sum.amount() : null,
                            one.expected().subtract(sum.amount()),
                            sum.openLines());
                })
                .toList();
    }

    private Stream<TeamStanding> expected(String periodId, String unit, Metric metric) {
        return expectations.of(periodId, unit, metric.metricId()).stream()
                .map(amount -> new TeamStanding(metric.metricId(), unit, amount, null, amount, 0));
    }

    private boolean seesFigures(String unit, Caller caller) {
        if (AgreementAccess.seesAll(caller)) {
            return true;
        }
        return organisation
                        .employeeByLogin(caller.userId())
                        .filter(employee -> employee.role() == Role.MANAGER)
                        .isPresent()
                && expectations.visibleUnits(caller).stream().map(OrgUnit::name).anyMatch(unit::equals);
    }
}
