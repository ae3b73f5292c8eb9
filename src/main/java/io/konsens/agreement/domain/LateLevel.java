package io.konsens.agreement.domain;

/** How near an agreement has come to the day from which on its targets can no longer motivate anybody. */
public enum LateLevel {
    /** So much of the period has passed that it is high time, or it would be too late if every step took all its days. */
    AT_RISK,
    /** Few working days are left. */
    LAST_CHANCE,
    TOO_LATE
}
