package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Actor;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.handover.Handover;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands agreed targets over to the CRM (target-achievement dashboards) and the ERP (variable pay). */
@Component
public class TransferTargets {

    private final Agreements agreements;
    private final AgreementAccess access;
    private final HandoverOrders orders;
    private final Handover handover;
    private final NegotiationProcess process;
    private final Clock clock;

    TransferTargets(
            Agreements agreements,
            AgreementAccess access,
            HandoverOrders orders,
            Handover handover,
            NegotiationProcess process,
            Clock clock) {
        this.agreements = agreements;
        this.access = access;
        this.orders = orders;
        this.handover = handover;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Sends what this system has not accepted yet; the figures are read now, not when the process got here. Nothing is sent
     * of what an adjustment has taken the place of.
     */
    public void transfer(String agreementId, TargetSystem system) {
        TargetAgreement agreement = agreements.find(agreementId).orElseThrow(Refusal::notFound);
        if (isInForce(agreementId)) {
            handover.transfer(system, orders.order(agreement));
        }
    }

    private boolean isInForce(String agreementId) {
        return agreements.inForce(agreementId).equals(agreementId);
    }

    /**
     * Says how far the hand-over has come; an agreement is handed over once both systems have accepted every line. Of one
     * that is no longer in force there is nothing left to do, and it stays as it was.
     */
    @Transactional
    public Handover.Progress complete(String agreementId) {
        TargetAgreement agreement = agreements.lock(agreementId).orElseThrow(Refusal::notFound);
        if (!isInForce(agreementId)) {
            return Handover.Progress.COMPLETE;
        }
        Handover.Progress progress = handover.progress(orders.order(agreement));
        if (progress == Handover.Progress.COMPLETE && agreement.state() == AgreementState.AGREED) {
            agreement.handedOver(new Act(Actor.SYSTEM, clock.instant()));
            agreements.save(agreement);
        }
        return progress;
    }

    /**
     * Has figures sent again, whether they were rejected, lost or changed over there. The agreed figures stay as they are.
     * Of an agreement that was adjusted, those now in force are sent.
     *
     * @param system null for both
     * @param lineIds as the systems know them, see {@link PlanLine#systemId}; null for every line
     * @throws Refusal FORBIDDEN for all but process owners and finance, CONFLICT unless both have confirmed, INVALID if a
     *     line is not of this agreement
     */
    @Transactional
    public void resync(
            String agreementId, @Nullable TargetSystem system, @Nullable List<String> lineIds, Caller caller) {
        requireResponsible(caller);
        TargetAgreement agreement = access.locked(access.inForce(agreementId, caller), caller);
        HandoverOrder order = orders.order(agreement);
        if (lineIds != null) {
            lineIds.forEach(agreement::lineOfSystem);
        }
        handover.release(order, system, lineIds == null || lineIds.isEmpty() ? null : lineIds);
        agreement.note(
                EventType.RESYNC_REQUESTED,
                system == null ? null : system.name(),
                null,
                new Act(access.actor(caller), clock.instant()));
        agreements.save(agreement);
        process.handOver(agreement);
    }

    static void requireResponsible(Caller caller) {
        if (!caller.in(Groups.FINANCE)) {
            caller.require(Groups.PROCESS_OWNER, "handover.notResponsible");
        }
    }
}
