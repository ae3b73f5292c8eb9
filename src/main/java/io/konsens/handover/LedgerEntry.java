package io.konsens.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one line in one system.
 *
 * @param payloadHash SHA-256 of what was sent, in hex
 * @param remoteId the system's own id for it; null unless it gave one
 * @param error what went wrong last; null once accepted
 * @param attempts how often it was sent, the successful time included
 */
public record LedgerEntry(
        TargetSystem system,
        String lineId,
        int revision,
        String payloadHash,
        HandoverStatus status,
        @Nullable String remoteId,
        int attempts,
        @Nullable String error,
        Instant changedAt) {}
