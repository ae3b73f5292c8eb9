package io.konsens.agreement.application;

import io.konsens.agreement.domain.TargetAgreement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the process model's gateways ask, computed from the tables when a step is completed, never taken from a client.
 *
 * @param deviationPercent what the open deviations amount to, as a share of all planned amounts, rounded half up to two
 *     decimals; null where nothing is planned
 * @param consensus null outside the alignment
 * @param outcome null outside the dispute
 * @param declined null outside the confirmation
 */
public record Routing(
        int round,
        int openProposals,
        int openDeviations,
        @Nullable BigDecimal deviationPercent,
        @Nullable Boolean consensus,
        @Nullable String outcome,
        @Nullable Boolean declined) {

    static Routing of(
            TargetAgreement agreement,
            @Nullable Boolean consensus,
            @Nullable String outcome,
            @Nullable Boolean declined) {
        return new Routing(
                agreement.round(),
                agreement.openProposals(),
                agreement.openDeviations(),
                deviationPercent(agreement),
                consensus,
                outcome,
                declined);
    }

    /** Only lines of an account count: percentages and head counts cannot be added to amounts. */
    private static @Nullable BigDecimal deviationPercent(TargetAgreement agreement) {
        BigDecimal planned = sum(agreement.lines().stream()
                .filter(line -> line.accountId() != null)
                .map(line -> line.plan()));
        BigDecimal deviating = sum(agreement.lines().stream()
                .filter(line -> line.accountId() != null && line.deviates())
                .map(line -> line.proposal().subtract(line.plan()).abs()));
        return planned.signum() == 0
                ? null
                : deviating.multiply(new BigDecimal(100)).divide(planned, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Stream<@Nullable BigDecimal> amounts) {
        return amounts.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
