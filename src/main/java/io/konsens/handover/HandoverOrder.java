package io.konsens.handover;

import java.time.LocalDate;
import java.util.List;

/**
 * All agreed figures of one revision of an agreement. Read when the hand-over runs, never kept in between.
 *
 * @param revision of the agreed figures; a later one replaces the earlier in every system
 * @param agreementId the same for every revision
 * @param periodStart first day of the period the targets are for
 * @param periodEnd last day, inclusive
 * @param effectiveFrom first day the figures of this revision apply to; the first day of the period for the first revision.
 *     They are figures for the whole period nevertheless: what was agreed for the days before is part of them
 * @param currency ISO 4217 code of every amount of money in it
 */
public record HandoverOrder(
        String agreementId,
        int revision,
        String periodId,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate effectiveFrom,
        String repId,
        String repName,
        String managerId,
        String currency,
        List<TargetLine> lines) {

    /** Of a first revision. */
    public HandoverOrder(
            String agreementId,
            int revision,
            String periodId,
            LocalDate periodStart,
            LocalDate periodEnd,
            String repId,
            String repName,
            String managerId,
            String currency,
            List<TargetLine> lines) {
        this(
                agreementId,
                revision,
                periodId,
                periodStart,
                periodEnd,
                periodStart,
                repId,
                repName,
                managerId,
                currency,
                lines);
    }
}
