package io.konsens.agreement.application;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Organisation;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a running agreement from outside the task list. */
@Component
public class LeadAgreement {

    private final AgreementAccess access;
    private final NegotiationProcess process;
    private final Organisation organisation;

    LeadAgreement(AgreementAccess access, NegotiationProcess process, Organisation organisation) {
        this.access = access;
        this.process = process;
        this.organisation = organisation;
    }

    /** Completes the caller's open step, exactly as the task list does. */
    @Transactional
    public void submit(String agreementId, Map<String, Object> input, Caller caller) {
        access.visible(agreementId, caller);
        process.completeStep(agreementId, input);
    }

    /**
     * Ends the negotiation without a result; not once both have confirmed. For process owners only, except an adjustment:
     * there either side may insist on what was agreed, and so may, during a dispute, whoever settles it.
     */
    @Transactional
    public void withdraw(String agreementId, StepInput input, Caller caller) {
        if (access.sees(agreementId, caller)
                .filter(one -> mayInsist(one, caller))
                .isEmpty()) {
            requireProcessOwner(caller);
        }
        access.visible(agreementId, caller);
        process.withdraw(agreementId, input.required("reason"));
    }

    /** Gives the negotiation to another manager. Process owners only; what was said so far stays as it was said. */
    @Transactional
    public void reassign(String agreementId, StepInput input, Caller caller) {
        requireProcessOwner(caller);
        TargetAgreement agreement = access.visible(agreementId, caller);
        String managerId = input.required("managerId");
        if (managerId.equals(agreement.repId())
                || organisation.employee(managerId).isEmpty()) {
            throw Refusal.invalid("step.managerUnknown", managerId);
        }
        process.reassign(agreementId, managerId, input.required("reason"));
    }

    /** Whether this caller may end an adjustment, so that what was agreed before stays in force. */
    public boolean mayInsist(TargetAgreement agreement, Caller caller) {
        return agreement.adjustment() != null
                && (access.isParty(agreement, caller)
                        || (agreement.state() == AgreementState.DISPUTE && access.isMediator(agreement, caller)));
    }

    private static void requireProcessOwner(Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
    }
}
