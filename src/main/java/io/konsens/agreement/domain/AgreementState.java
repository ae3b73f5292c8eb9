package io.konsens.agreement.domain;

import java.util.EnumSet;
import java.util.Set;

/** Where a target agreement stands, and where it may go from there, whatever a process model says. */
public enum AgreementState {
    /** The rep enters a plan for every line. */
    PLANNING,
    /** The manager proposes changes or lets the plan stand. */
    REVIEW,
    /** The rep accepts or rejects each proposal. */
    RESPONSE,
    /** Rep and manager talk about the lines that still deviate. */
    ALIGNMENT,
    /** The manager's manager mediates, or assigns. */
    DISPUTE,
    /** The figures are frozen; rep and manager each confirm or decline them. */
    CONFIRMATION,
    /** Both have confirmed. */
    AGREED,
    /** CRM and ERP have accepted every figure. */
    HANDED_OVER,
    /** Zielvorgabe: set by management alone (§ 315 BGB), never called agreed. */
    ASSIGNED,
    /** Ended without result, for instance because the rep left. */
    WITHDRAWN;

    private static final Set<AgreementState> NEGOTIATING =
            EnumSet.of(PLANNING, REVIEW, RESPONSE, ALIGNMENT, DISPUTE, CONFIRMATION);
    private static final Set<AgreementState> FROZEN = EnumSet.of(CONFIRMATION, AGREED, HANDED_OVER, ASSIGNED);

    /** Somebody still has to do something before there is a result. */
    public boolean isNegotiating() {
        return NEGOTIATING.contains(this);
    }

    /** The figures can no longer be changed. */
    public boolean isFrozen() {
        return FROZEN.contains(this);
    }

    boolean mayBecome(AgreementState next) {
        return switch (next) {
            case PLANNING -> this == REVIEW || this == RESPONSE || this == ALIGNMENT || this == DISPUTE;
            case REVIEW -> this == PLANNING || this == RESPONSE;
            case RESPONSE -> this == REVIEW;
            case ALIGNMENT -> this == RESPONSE || this == DISPUTE || this == CONFIRMATION;
            case DISPUTE -> this == ALIGNMENT;
            case CONFIRMATION -> this == REVIEW || this == RESPONSE || this == ALIGNMENT;
            case AGREED -> this == CONFIRMATION;
            case HANDED_OVER -> this == AGREED;
            case ASSIGNED -> this == DISPUTE;
            case WITHDRAWN -> isNegotiating();
        };
    }
}
