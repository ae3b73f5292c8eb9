package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.OrderHistory;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a planning campaign (Planungsrunde): one agreement for every rep, and for every manager who owns accounts.
 *
 * <p>Each agreement starts in a transaction of its own, and who has one is passed over: a campaign that was interrupted
 * is finished by starting it again.
 */
@Component
public class StartCampaign {

    private final Periods periods;
    private final Organisation organisation;
    private final OrderHistory orderHistory;
    private final Agreements agreements;
    private final AgreementAccess access;
    private final Rules rules;
    private final NegotiationProcess process;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StartCampaign(
            Periods periods,
            Organisation organisation,
            OrderHistory orderHistory,
            Agreements agreements,
            AgreementAccess access,
            Rules rules,
            NegotiationProcess process,
            TransactionTemplate transaction,
            Clock clock) {
        this.periods = periods;
        this.organisation = organisation;
        this.orderHistory = orderHistory;
        this.agreements = agreements;
        this.access = access;
        this.rules = rules;
        this.process = process;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @throws Refusal FORBIDDEN for anybody but process owners; NOT_FOUND without such a period; INVALID if there is
     *     nobody to plan, or if order lines of the baseline window are in another currency than the period
     */
    public void start(String periodId, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "campaign.onlyProcessOwner");
        PlanningPeriod period = periods.period(periodId).orElseThrow(Refusal::notFound);
        List<Employee> planners = organisation.planners();
        check(period, planners);
        Map<String, Integer> ruleVersions = rules.latestVersions();
        for (Employee rep : planners) {
            managerOf(rep)
                    .ifPresent(manager -> transaction.executeWithoutResult(
                            status -> start(period, rep, manager, ruleVersions, caller)));
        }
    }

    /** Planners a campaign passes over, because there is nobody they could agree with. */
    public List<Employee> withoutManager() {
        return organisation.planners().stream()
                .filter(planner -> managerOf(planner).isEmpty())
                .toList();
    }

    private void check(PlanningPeriod period, List<Employee> planners) {
        if (planners.stream().noneMatch(planner -> managerOf(planner).isPresent())) {
            throw Refusal.invalid("campaign.nobodyToPlan");
        }
        List<Problem> foreign = orderHistory.foreignOrders(period).entrySet().stream()
                .map(count -> Problem.of("campaign.foreignOrders", count.getValue(), count.getKey(), period.currency()))
                .toList();
        if (!foreign.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, foreign);
        }
    }

    private void start(
            PlanningPeriod period, Employee rep, Employee manager, Map<String, Integer> ruleVersions, Caller caller) {
        if (agreements
                .find(TargetAgreement.idOf(period.periodId(), rep.employeeId()))
                .isPresent()) {
            return;
        }
        TargetAgreement agreement = TargetAgreement.begin(
                period.periodId(),
                rep.employeeId(),
                manager.employeeId(),
                period.currency(),
                process.latestVersion(),
                ruleVersions,
                new Act(access.actor(caller), clock.instant()));
        agreements.add(agreement);
        process.start(
                agreement, rep, manager, access.mediator(manager.employeeId()).orElse(null));
    }

    private Optional<Employee> managerOf(Employee employee) {
        return Optional.ofNullable(employee.managerId()).flatMap(organisation::employee);
    }
}
