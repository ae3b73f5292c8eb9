package io.konsens.agreement.domain;

/** What can happen to an agreement or to one of its lines. */
public enum EventType {
    CREATED,
    /** from = baseline; the decision says who sets the figure. */
    LINE_PREPARED,
    LINE_ADDED,
    PLANNED,
    PROPOSED,
    PROPOSAL_WITHDRAWN,
    /** The manager let a rejected proposal stand: it is put to the rep once more. */
    PROPOSAL_MAINTAINED,
    ACCEPTED,
    REJECTED,
    /** A Zielvorgabe. */
    SET_BY_MANAGEMENT,
    ALIGNED,
    ROUNDS_DECIDED,
    /** from and to = states. */
    STATE_CHANGED,
    /** to = the instant the step is due. */
    DEADLINE_SET,
    STEP_COMPLETED,
    CONSENSUS_REACHED,
    CONSENSUS_MISSED,
    MEDIATED,
    TARGETS_ASSIGNED,
    FIGURES_FROZEN,
    /** to = the hash. */
    CONFIRMED,
    DECLINED,
    CONFIRMATION_VOIDED,
    REMINDED,
    ESCALATED,
    REASSIGNED,
    /** to = the system, or nothing for both. */
    RESYNC_REQUESTED
}
