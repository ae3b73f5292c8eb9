package io.konsens.agreement.review;

import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.domain.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a manager wants to confirm at once.
 *
 * @param managementTargets by metric, the Zielvorgabe of every agreement that has none yet, in the metric's unit
 * @param agreementIds which of the open reviews, usually those seen in a preview; null for all
 */
public record BulkConfirmation(
        Tolerance tolerance,
        Map<String, BigDecimal> managementTargets,
        @Nullable Set<String> agreementIds) {

    boolean isAbout(String agreementId) {
        return agreementIds == null || agreementIds.contains(agreementId);
    }

    /** The figures management still has to set in this agreement and says here; only those of the whole agreement. */
    List<LineChange> targetsFor(TargetAgreement agreement) {
        return agreement.lines().stream()
                .filter(line -> isToSet(line) && managementTargets.containsKey(line.metric()))
                .map(this::target)
                .toList();
    }

    /** Whether management has yet to set this figure, and can for many agreements at once. */
    static boolean isToSet(PlanLine line) {
        return line.setBy() == SetBy.MANAGER && line.accountId() == null && line.proposal() == null;
    }

    private LineChange target(PlanLine line) {
        return new LineChange.Propose(line.lineId(), line.version(), managementTargets.get(line.metric()), null);
    }
}
