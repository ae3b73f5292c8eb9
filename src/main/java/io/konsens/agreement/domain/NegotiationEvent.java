package io.konsens.agreement.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the negotiation record. Entries are added, never changed.
 *
 * @param by the user id, or "konsens"
 * @param onBehalfOf the user id of whom they stood in for; null where they acted for themselves
 * @param lineId null where the whole agreement is concerned
 * @param from what it was; null where there was nothing
 * @param to what it became; null where it was cleared
 * @param decision the rule that decided; null where no rule was asked
 */
public record NegotiationEvent(
        Instant at,
        String by,
        @Nullable String onBehalfOf,
        EventType type,
        @Nullable String lineId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        int round,
        @Nullable Decision decision) {}
