package io.konsens.agreement.application;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetLine;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Refusal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the systems are told about an agreement. */
@Component
class HandoverOrders {

    static final Set<AgreementState> AGREED = EnumSet.of(AgreementState.AGREED, AgreementState.HANDED_OVER);

    private final Metrics metrics;
    private final Organisation organisation;
    private final Periods periods;

    HandoverOrders(Metrics metrics, Organisation organisation, Periods periods) {
        this.metrics = metrics;
        this.organisation = organisation;
        this.periods = periods;
    }

    /**
     * The systems know the targets of every revision under the ids of the first: a later one changes the figures there.
     *
     * @throws Refusal CONFLICT unless both have confirmed
     */
    HandoverOrder order(TargetAgreement agreement) {
        if (!AGREED.contains(agreement.state())) {
            throw Refusal.conflict("step.wrongState", agreement.state());
        }
        Employee rep = organisation.employee(agreement.repId()).orElseThrow(Refusal::notFound);
        PlanningPeriod period = periods.period(agreement.periodId()).orElseThrow(Refusal::notFound);
        Map<String, Metric> byId = metrics.byId();
        return new HandoverOrder(
                agreement.firstId(),
                agreement.revision(),
                agreement.periodId(),
                period.start(),
                period.end(),
                agreement.adjustment() == null
                        ? period.start()
                        : agreement.adjustment().effectiveFrom(),
                agreement.repId(),
                rep.name(),
                agreement.managerId(),
                agreement.currency(),
                agreement.lines().stream()
                        .map(line -> new TargetLine(
                                line.systemId(),
                                line.metric(),
                                byId.get(line.metric()).unit().name(),
                                line.accountId(),
                                line.productGroup(),
                                Objects.requireNonNull(line.agreed())))
                        .toList());
    }
}
