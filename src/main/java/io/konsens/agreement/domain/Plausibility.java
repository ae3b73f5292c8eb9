package io.konsens.agreement.domain;

/** What the table {@code plausibility} says about a planned change. */
public enum Plausibility {
    OK,
    /** Unusual; shown, never forbidden. */
    WARN,
    /** The plan needs a comment before it can be submitted. */
    REASON_REQUIRED
}
