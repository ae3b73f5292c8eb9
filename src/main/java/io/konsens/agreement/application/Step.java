package io.konsens.agreement.application;

import io.konsens.agreement.domain.AgreementState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps people do. The process model has one user task for each. */
public enum Step {
    PLAN_TARGETS(AgreementState.PLANNING, "comment"),
    REVIEW_PLAN(AgreementState.REVIEW, "comment"),
    ANSWER_PROPOSALS(AgreementState.RESPONSE, "comment"),
    ALIGN_TARGETS(AgreementState.ALIGNMENT, "consensus", "comment"),
    RESOLVE_DISPUTE(AgreementState.DISPUTE, "outcome", "reason"),
    CONFIRM_REP(AgreementState.CONFIRMATION, "confirm", "reason"),
    CONFIRM_MANAGER(AgreementState.CONFIRMATION, "confirm", "reason"),
    /** For what a system rejected; the agreement stays agreed meanwhile. */
    CORRECT_HANDOVER(null, "comment");

    private final @Nullable AgreementState state;
    private final Set<String> inputs;

    Step(@Nullable AgreementState state, String... inputs) {
        this.state = state;
        this.inputs = Set.of(inputs);
    }

    /** The state an agreement is in while this step is open; it may stay in the present one. */
    public AgreementState state(AgreementState present) {
        return state == null ? present : state;
    }

    /** All that may be sent when completing it. */
    public Set<String> inputs() {
        return inputs;
    }
}
