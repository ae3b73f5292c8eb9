package io.konsens.agreement.application;

import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The running process behind an agreement, in the words of the negotiation. */
public interface NegotiationProcess {

    /** The version of the model an agreement started now would run under. */
    int latestVersion();

    /** @param mediator who settles a dispute; null leaves it to the process owners */
    void start(TargetAgreement agreement, Employee rep, Employee manager, @Nullable Employee mediator);

    /**
     * Completes the caller's open step, exactly as the task list does.
     *
     * @param input what the step's form would send
     * @throws io.konsens.platform.Refusal CONFLICT if the caller has no open step here
     */
    void completeStep(String agreementId, Map<String, Object> input);

    /** @throws io.konsens.platform.Refusal CONFLICT if nothing is running any more */
    void withdraw(String agreementId, String reason);

    /** @throws io.konsens.platform.Refusal CONFLICT if nothing is running any more */
    void reassign(String agreementId, String newManagerId, String reason);

    /** Brings a negotiation back to where the rep plans; whatever step is open ends. */
    void planAgain(String agreementId);

    /**
     * Has the agreed figures handed over once more: goes on with the hand-over that is running, or begins a new one.
     */
    void handOver(TargetAgreement agreement);

    /** The id of the agreement a task is about; empty unless the caller may see the task. */
    Optional<String> agreementOfTask(String taskId);
}
