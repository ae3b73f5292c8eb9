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
    /** reason = what was noted on a line; no figure changes. */
    NOTED,
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
    /** from = first and to = last day of the span, the reason says the share of the period. */
    PRORATED,
    /** Somebody else plans this line from now on: from = what it came to, to = their agreement. */
    LINE_MOVED_AWAY,
    /** from = the agreement it comes from, or nothing, to = the figure it begins with; the decision says who sets it. */
    LINE_MOVED_IN,
    REMINDED,
    ESCALATED,
    /** to = how near it has come; reason = the first day on which it is too late. */
    LATE_FOUND,
    REASSIGNED,
    /** from = whose step it is, to = who does it now, both by employee id. */
    STEP_HANDED_OVER,
    /** from = who had it, to = whose step it is: they took it back. */
    STEP_TAKEN_BACK,
    /** The same, but who had it gave it back. */
    STEP_GIVEN_BACK,
    /** to = the system, or nothing for both. */
    RESYNC_REQUESTED,
    /** Of an adjustment: from = the agreement it is to change, to = the day it takes effect. */
    ADJUSTS,
    /** from = what the line was agreed to be, to = how much of it is for days gone. */
    LINE_CARRIED_OVER,
    /** from and to = days. */
    ADJUSTMENT_POSTPONED,
    /** Of the agreement in force; to = the adjustment. */
    ADJUSTMENT_BEGUN,
    /** The adjustment came to nothing; to = it. */
    ADJUSTMENT_ENDED,
    /** to = the adjustment both have confirmed. */
    SUPERSEDED
}
