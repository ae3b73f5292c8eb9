package io.konsens.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of every handed-over agreement with both systems.
 *
 * @param startedBy null for the one at night
 * @param finishedAt null while it runs
 * @param checked agreements looked at so far, counted once for each system
 * @param total how many there are to look at
 * @param error why a system could not be asked to the end; null if all went well
 */
public record ReconciliationRun(
        long reconciliationId,
        @Nullable String startedBy,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant finishedAt,
        int checked,
        int total,
        @Nullable String error) {}
