package io.konsens.handover;

/** How a system took a line. */
public enum HandoverStatus {
    ACCEPTED,
    /** It will never take this figure as it is: a person must mend it. */
    REJECTED,
    /** Somebody asked for it to be sent again. */
    PENDING,
    /** It could not be reached or was busy: worth another try. */
    FAILED
}
