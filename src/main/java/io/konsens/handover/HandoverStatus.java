package io.konsens.handover;

/** How a system took a line. */
public enum HandoverStatus {
    ACCEPTED,
    /** It will never take this figure as it is: a person must mend it. */
    REJECTED,
    /** It could not be reached or was busy: worth another try. */
    FAILED
}
