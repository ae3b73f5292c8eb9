package io.konsens.agreement.late;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.LateLevel;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement that is still negotiated, as far as time is concerned.
 *
 * @param start of the days its targets are for, {@code end} the last: of who joins or leaves within the period, their own
 * @param stepDue null where nothing is due
 * @param calendarVersion null if it is older than table {@code calendar}
 * @param standing what was found when last looked at; null for nothing
 * @param standingLine null without {@code standing}
 */
public record Running(
        String agreementId,
        String periodId,
        String repName,
        String orgUnit,
        String managerId,
        LocalDate start,
        LocalDate end,
        AgreementState state,
        int round,
        int roundsAllowed,
        @Nullable Instant stepDue,
        int deadlinesVersion,
        @Nullable Integer calendarVersion,
        @Nullable LateLevel standing,
        @Nullable LocalDate standingLine) {}
