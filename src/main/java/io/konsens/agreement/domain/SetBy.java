package io.konsens.agreement.domain;

/** Who sets a figure, decided by the table {@code metricOwnership}. */
public enum SetBy {
    /** Planned by the rep and negotiated. */
    REP,
    /** Zielvorgabe: set by management, shown to the rep, confirmed with the rest but not answered line by line. */
    MANAGER
}
