package io.konsens.agreement.staffing;

import io.konsens.agreement.domain.AgreementState;
import org.jspecify.annotations.Nullable;

/**
 * An agreement under negotiation that is led by somebody who, by the organisation as it is now, is not the rep's manager.
 *
 * @param oldManagerName who leads the agreement
 * @param newManagerId who is the rep's manager now; null if nobody is, as is the name
 */
public record ManagerChange(
        String agreementId,
        String repId,
        String repName,
        AgreementState state,
        String oldManagerId,
        String oldManagerName,
        @Nullable String newManagerId,
        @Nullable String newManagerName) {}
