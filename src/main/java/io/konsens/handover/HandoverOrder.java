package io.konsens.handover;

import java.time.LocalDate;
import java.util.List;

/**
 * All agreed figures of one revision of an agreement. Read when the hand-over runs, never kept in between.
 *
 * @param revision of the agreed figures; a later one replaces the earlier in every system
 * @param periodStart first day the targets apply to
 * @param periodEnd last day, inclusive
 * @param currency ISO 4217 code of every amount of money in it
 */
public record HandoverOrder(
        String agreementId,
        int revision,
        String periodId,
        LocalDate periodStart,
        LocalDate periodEnd,
        String repId,
        String repName,
        String managerId,
        String currency,
        List<TargetLine> lines) {}
