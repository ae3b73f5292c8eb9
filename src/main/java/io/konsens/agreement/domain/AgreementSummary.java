package io.konsens.agreement.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as a list shows it.
 *
 * @param inForce whether it is the revision that counts for its rep and period
 * @param stepDue when the present step should be done; null where nothing is due
 */
public record AgreementSummary(
        String agreementId,
        String periodId,
        String repId,
        String repName,
        String managerId,
        String managerName,
        AgreementState state,
        int round,
        int roundsAllowed,
        int revision,
        boolean inForce,
        @Nullable Instant stepDue) {

    /** See {@link TargetAgreement#firstId}. */
    public String firstId() {
        return TargetAgreement.idOf(periodId, repId);
    }
}
