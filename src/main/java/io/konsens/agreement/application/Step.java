package io.konsens.agreement.application;

import io.konsens.agreement.domain.AgreementState;
import java.util.Set;

/** The steps people do. The process model has one user task for each. */
public enum Step {
    PLAN_TARGETS(AgreementState.PLANNING, "comment"),
    REVIEW_PLAN(AgreementState.REVIEW, "comment"),
    ANSWER_PROPOSALS(AgreementState.RESPONSE, "comment"),
    ALIGN_TARGETS(AgreementState.ALIGNMENT, "consensus", "comment"),
    RESOLVE_DISPUTE(AgreementState.DISPUTE, "outcome", "reason"),
    CONFIRM_REP(AgreementState.CONFIRMATION, "confirm", "reason"),
    CONFIRM_MANAGER(AgreementState.CONFIRMATION, "confirm", "reason");

    private final AgreementState state;
    private final Set<String> inputs;

    Step(AgreementState state, String... inputs) {
        this.state = state;
        this.inputs = Set.of(inputs);
    }

    /** The state an agreement is in while this step is open. */
    public AgreementState state() {
        return state;
    }

    /** All that may be sent when completing it. */
    public Set<String> inputs() {
        return inputs;
    }
}
