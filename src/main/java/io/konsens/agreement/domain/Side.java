package io.konsens.agreement.domain;

/** The two who agree. */
public enum Side {
    REP,
    MANAGER
}
