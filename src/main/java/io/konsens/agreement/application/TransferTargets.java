package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Actor;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.handover.Handover;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetLine;
import io.konsens.handover.TargetSystem;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands agreed targets over to the CRM (target-achievement dashboards) and the ERP (variable pay). */
@Component
public class TransferTargets {

    private final Agreements agreements;
    private final Metrics metrics;
    private final Organisation organisation;
    private final Periods periods;
    private final Handover handover;
    private final Clock clock;

    TransferTargets(
            Agreements agreements,
            Metrics metrics,
            Organisation organisation,
            Periods periods,
            Handover handover,
            Clock clock) {
        this.agreements = agreements;
        this.metrics = metrics;
        this.organisation = organisation;
        this.periods = periods;
        this.handover = handover;
        this.clock = clock;
    }

    /** Sends what this system has not accepted yet; the figures are read now, not when the process got here. */
    public void transfer(String agreementId, TargetSystem system) {
        handover.transfer(system, order(agreements.find(agreementId).orElseThrow(Refusal::notFound)));
    }

    /** @throws Refusal CONFLICT if a system has not accepted every line */
    @Transactional
    public void complete(String agreementId) {
        TargetAgreement agreement = agreements.lock(agreementId).orElseThrow(Refusal::notFound);
        List<TargetSystem> missing = handover.missing(order(agreement));
        if (!missing.isEmpty()) {
            throw Refusal.conflict("handover.incomplete", missing);
        }
        agreement.handedOver(new Act(Actor.SYSTEM, clock.instant()));
        agreements.save(agreement);
    }

    private HandoverOrder order(TargetAgreement agreement) {
        if (agreement.state() != AgreementState.AGREED) {
            throw Refusal.conflict("step.wrongState", agreement.state());
        }
        Employee rep = organisation.employee(agreement.repId()).orElseThrow(Refusal::notFound);
        PlanningPeriod period = periods.period(agreement.periodId()).orElseThrow(Refusal::notFound);
        Map<String, Metric> byId = metrics.byId();
        return new HandoverOrder(
                agreement.agreementId(),
                agreement.revision(),
                agreement.periodId(),
                period.start(),
                period.end(),
                agreement.repId(),
                rep.name(),
                agreement.managerId(),
                agreement.currency(),
                agreement.lines().stream()
                        .map(line -> new TargetLine(
                                line.lineId(),
                                line.metric(),
                                byId.get(line.metric()).unit().name(),
                                line.accountId(),
                                line.productGroup(),
                                Objects.requireNonNull(line.agreed())))
                        .toList());
    }
}
