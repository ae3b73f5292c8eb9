package io.konsens.agreement.domain;

/** The rep's response to one proposal. */
public enum Answer {
    ACCEPT,
    REJECT
}
