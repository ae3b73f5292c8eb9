package io.konsens.agreement.campaign;

import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.campaign.Check.Severity;
import io.konsens.agreement.campaign.persistence.DataCheckMapper;
import io.konsens.agreement.domain.Metric;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import io.konsens.platform.Users;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what is missing in organisation, accounts, orders and metrics before a campaign starts. */
@Component
public class DataCheck {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    private final Periods periods;
    private final Organisation organisation;
    private final Metrics metrics;
    private final Users users;
    private final DataCheckMapper mapper;

    DataCheck(Periods periods, Organisation organisation, Metrics metrics, Users users, DataCheckMapper mapper) {
        this.periods = periods;
        this.organisation = organisation;
        this.metrics = metrics;
        this.users = users;
        this.mapper = mapper;
    }

    /** What one check has found: nothing is good. */
    public record Result(Check check, List<Finding> findings) {

        public boolean isGood() {
            return findings.isEmpty();
        }

        public Severity severity() {
            return check.severity();
        }
    }

    /**
     * Every check, those that block first.
     *
     * @param locale of the metrics' names
     * @throws Refusal FORBIDDEN for anybody but process owners; NOT_FOUND without such a period
     */
    public List<Result> run(String periodId, Locale locale, Caller caller) {
        return Arrays.stream(Check.values())
                .map(check -> run(check, periodId, locale, caller))
                .toList();
    }

    /** One check; see {@link #run(String, Locale, Caller)}. */
    public Result run(Check check, String periodId, Locale locale, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        PlanningPeriod period = periods.period(periodId).orElseThrow(Refusal::notFound);
        return new Result(check, find(check, period, locale));
    }

    private List<Finding> find(Check check, PlanningPeriod period, Locale locale) {
        return switch (check) {
            case NOBODY_TO_PLAN ->
                organisation.planners().stream().anyMatch(planner -> planner.managerId() != null)
                        ? List.of()
                        : List.of(new Finding(period.periodId(), null, null, null));
            case FOREIGN_ORDERS -> mapper.foreignOrders(period);
            case PLANNERS_WITHOUT_MANAGER -> mapper.plannersWithoutManager(period);
            case PEOPLE_WITHOUT_LOGIN -> withoutLogin();
            case PLANNERS_WITHOUT_LINES -> mapper.plannersWithoutOrders(period);
            case ACCOUNTS_WITHOUT_OWNER -> mapper.accountsWithoutOwner(period);
            case ACCOUNTS_OF_MANAGERS -> mapper.accountsOfManagers(period);
            case REFUSED_ORDERS -> mapper.refusedOrders();
            case PRODUCTS_WITHOUT_GROUP -> mapper.productsWithoutGroup(period);
            case METRIC_WEIGHTS -> weights(locale);
            case METRIC_COUNT -> count(locale);
        };
    }

    /** Those who would get a task nobody could open: who has left, or was never given a user. */
    private List<Finding> withoutLogin() {
        List<Employee> planners = organisation.planners();
        Set<String> known = users.known();
        return Stream.of(planners, managersOf(planners))
                .flatMap(Collection::stream)
                .filter(person -> !known.contains(person.login()))
                .distinct()
                .map(person -> new Finding(person.employeeId(), person.name(), person.orgUnit(), null))
                .toList();
    }

    private List<Employee> managersOf(List<Employee> planners) {
        List<String> ids = planners.stream()
                .map(Employee::managerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return organisation.managers().stream()
                .filter(manager -> ids.contains(manager.employeeId()))
                .toList();
    }

    private List<Finding> weights(Locale locale) {
        BigDecimal sum = weighted().map(Metric::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(WHOLE) == 0 ? List.of() : named(locale);
    }

    /** Two to four are good practice: fewer say too little, of more none matters. */
    private List<Finding> count(Locale locale) {
        long count = weighted().count();
        return count >= 2 && count <= 4 ? List.of() : named(locale);
    }

    private Stream<Metric> weighted() {
        return metrics.byId().values().stream().filter(metric -> metric.weight().signum() > 0);
    }

    private List<Finding> named(Locale locale) {
        return metrics.byId().values().stream()
                .map(metric -> new Finding(metric.metricId(), metric.in(locale), null, metric.weight()))
                .toList();
    }
}
