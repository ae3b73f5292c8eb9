package io.konsens.planning;

/** What an employee is in the sales organisation. A manager who owns accounts plans for them like a rep. */
public enum Role {
    REP,
    MANAGER
}
