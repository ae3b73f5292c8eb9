package io.konsens.agreement.campaign;

import io.konsens.agreement.campaign.persistence.CampaignMapper;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a planning campaign (Planungsrunde): one agreement for every rep, and for every manager who owns accounts.
 *
 * <p>Here it is only written down who gets one; {@link AgreementStarter} starts them, in the background. Who has one is
 * passed over, so a campaign is started again to try those that failed, were cancelled, or came later.
 */
@Component
public class StartCampaign {

    private static final int FAILURES_SHOWN = 200;

    private final Periods periods;
    private final Organisation organisation;
    private final OrderHistory orderHistory;
    private final CampaignMapper mapper;
    private final Clock clock;

    StartCampaign(
            Periods periods, Organisation organisation, OrderHistory orderHistory, CampaignMapper mapper, Clock clock) {
        this.periods = periods;
        this.organisation = organisation;
        this.orderHistory = orderHistory;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * @throws Refusal FORBIDDEN for anybody but process owners; NOT_FOUND without such a period; INVALID if there is
     *     nobody to plan, or if order lines of the baseline window are in another currency than the period
     */
    @Transactional
    public void start(String periodId, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "campaign.onlyProcessOwner");
        PlanningPeriod period = periods.period(periodId).orElseThrow(Refusal::notFound);
        List<String> led = organisation.planners().stream()
                .filter(planner -> planner.managerId() != null && planner.worksIn(period))
                .map(Employee::employeeId)
                .toList();
        check(period, led);
        Instant now = clock.instant();
        mapper.begin(periodId, caller.userId(), now);
        mapper.enqueue(periodId, led, now);
    }

    /**
     * Takes out who is not started yet. Agreements that are there stay.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners
     */
    @Transactional
    public void cancel(String periodId, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "campaign.onlyProcessOwner");
        mapper.cancel(periodId, clock.instant());
    }

    /** How far the start has come; empty if there was none, and for anybody but process owners. */
    public Optional<CampaignStart> progress(String periodId, Caller caller) {
        return caller.in(Groups.PROCESS_OWNER) ? Optional.ofNullable(mapper.start(periodId)) : Optional.empty();
    }

    /** The first of those that could not be started; empty for anybody but process owners. */
    public List<CampaignFailure> failures(String periodId, Caller caller) {
        return caller.in(Groups.PROCESS_OWNER) ? mapper.failures(periodId, FAILURES_SHOWN) : List.of();
    }

    /** Planners a campaign passes over, because there is nobody they could agree with. */
    public List<Employee> withoutManager() {
        return organisation.planners().stream()
                .filter(planner -> planner.managerId() == null)
                .toList();
    }

    private void check(PlanningPeriod period, List<String> planners) {
        if (planners.isEmpty()) {
            throw Refusal.invalid("campaign.nobodyToPlan");
        }
        List<Problem> foreign = orderHistory.foreignOrders(period).entrySet().stream()
                .map(count -> Problem.of("campaign.foreignOrders", count.getValue(), count.getKey(), period.currency()))
                .toList();
        if (!foreign.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, foreign);
        }
    }
}
