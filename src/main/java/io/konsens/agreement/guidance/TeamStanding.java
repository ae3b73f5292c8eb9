package io.konsens.agreement.guidance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a rep's org unit, with all below it, stands against what management expects of it (top-down).
 *
 * @param metric its id; every amount is in its unit, money in the period's currency, exact
 * @param standing the sum of the unit's figures as they stand: the agreed value, else the accepted proposal or what
 *     management set, else the plan; null for those who may not see the unit's figures
 * @param gap what is expected and not planned yet; below zero where more is planned than expected
 * @param openLines lines of the unit nobody has given a figure yet
 */
public record TeamStanding(
        String metric,
        String orgUnit,
        BigDecimal expected,
        @Nullable BigDecimal standing,
        BigDecimal gap,
        int openLines) {}
