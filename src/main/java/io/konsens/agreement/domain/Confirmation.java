package io.konsens.agreement.domain;

import java.time.Instant;

/**
 * One side's act of confirming the frozen figures of one revision.
 *
 * @param by the user id
 * @param sha256 of {@link FrozenFigures}, in lower-case hex
 */
public record Confirmation(Side side, String by, Instant at, String sha256) {}
