package io.konsens.planning;

import java.time.LocalDate;

/**
 * The span targets apply to (Zielperiode), usually a fiscal year.
 *
 * @param start first day, inclusive
 * @param end last day, inclusive
 * @param currency ISO 4217 code in which every amount of this period is planned
 * @param baselineFrom first day of the order history that makes the baseline, inclusive
 * @param baselineTo last day of it, inclusive
 */
public record PlanningPeriod(
        String periodId,
        LocalDate start,
        LocalDate end,
        String currency,
        LocalDate baselineFrom,
        LocalDate baselineTo) {}
