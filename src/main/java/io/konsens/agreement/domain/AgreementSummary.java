package io.konsens.agreement.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as a list shows it.
 *
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
        @Nullable Instant stepDue) {}
