package io.konsens.agreement.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side's act of confirming the frozen figures of one revision.
 *
 * @param by the user id
 * @param onBehalfOf the user id of whom they stood in for; null for themselves
 * @param sha256 of {@link FrozenFigures}, in lower-case hex
 */
public record Confirmation(Side side, String by, @Nullable String onBehalfOf, Instant at, String sha256) {}
