package io.konsens.agreement.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the agreements of a rep for a period: the first, or an adjustment.
 *
 * @param effectiveFrom first day it applies to; null for the first, which applies from the start of the period
 * @param reason why it was begun; null for the first
 * @param inForce whether it is the one that counts now
 */
public record Revision(
        String agreementId,
        int revision,
        AgreementState state,
        @Nullable LocalDate effectiveFrom,
        @Nullable String reason,
        boolean inForce) {}
