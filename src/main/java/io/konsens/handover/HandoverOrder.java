package io.konsens.handover;

import java.util.List;

/** All agreed figures of one revision of an agreement. Read when the hand-over runs, never kept in between. */
public record HandoverOrder(
        String agreementId,
        int revision,
        String periodId,
        String repId,
        String repName,
        String managerId,
        String currency,
        List<TargetLine> lines) {}
