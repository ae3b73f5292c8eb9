package io.konsens.agreement.progress;

import io.konsens.agreement.domain.AgreementState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one rep's agreement stands: the one in force, or, if all are withdrawn, the last of those.
 *
 * @param managerId who leads it; usually, but not always, the rep's manager
 * @param stepDue when the present step should be done; null where nothing is due
 * @param adjustmentId an adjustment of it that is still negotiated, and so counts in no sum; null without one, as is its state
 * @param since when the present step began, from the record
 */
public record Standing(
        String agreementId,
        String repId,
        String repName,
        String managerId,
        String managerName,
        AgreementState state,
        int round,
        int roundsAllowed,
        int revision,
        @Nullable Instant stepDue,
        @Nullable String adjustmentId,
        @Nullable AgreementState adjustmentState,
        Instant since) {

    boolean isOverdue(Instant now) {
        return state.isNegotiating() && stepDue != null && stepDue.isBefore(now);
    }
}
