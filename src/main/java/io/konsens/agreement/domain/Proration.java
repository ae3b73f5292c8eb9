package io.konsens.agreement.domain;

import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The share of a period somebody works who joins or leaves within it (pro rata temporis): their targets are planned for
 * these days, not for the whole period (see BAG 10 AZR 171/23 on targets of those who leave during the year).
 *
 * @param firstDay of the span, inclusive
 * @param lastDay of it, inclusive
 * @param part months or days of the period within the span
 * @param whole all of the period's
 */
public record Proration(LocalDate firstDay, LocalDate lastDay, Method method, int part, int whole) {

    /** What is counted. */
    public enum Method {
        /** Months wholly within the span, counted from the period's first day; one that is not whole does not count. */
        MONTHS,
        DAYS
    }

    /**
     * @param start first day of the period, {@code end} its last, both inclusive
     * @param entry first day of work, {@code exit} the last; null where nothing limits it
     * @return empty for who works the whole period
     * @throws Refusal INVALID if they do not work in this period at all
     */
    public static Optional<Proration> of(
            Method method, LocalDate start, LocalDate end, @Nullable LocalDate entry, @Nullable LocalDate exit) {
        LocalDate first = entry == null || entry.isBefore(start) ? start : entry;
        LocalDate last = exit == null || exit.isAfter(end) ? end : exit;
        if (first.isAfter(last)) {
            throw Refusal.invalid("proration.notThere", start, end);
        }
        if (first.equals(start) && last.equals(end)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (method) {
                    case DAYS -> new Proration(first, last, method, days(first, last), days(start, end));
                    case MONTHS -> months(start, end, first, last);
                });
    }

    private static Proration months(LocalDate start, LocalDate end, LocalDate first, LocalDate last) {
        int whole = (int) ChronoUnit.MONTHS.between(start, end.plusDays(1));
        if (whole == 0) {
            return new Proration(first, last, Method.DAYS, days(first, last), days(start, end));
        }
        int part = (int) IntStream.range(0, whole)
                .filter(i -> !start.plusMonths(i).isBefore(first)
                        && !start.plusMonths(i + 1).minusDays(1).isAfter(last))
                .count();
        return new Proration(first, last, Method.MONTHS, part, whole);
    }

    private static int days(LocalDate first, LocalDate last) {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** This share of a figure, rounded half up to so many decimals. */
    public BigDecimal share(BigDecimal figure, int decimals) {
        return figure.multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }

    /**
     * This share of each figure, so that together they are exactly this share of their sum: each is rounded down, and what
     * is left goes, one unit of the last decimal each, to those that lost most (largest remainder); first come, first
     * served among equals.
     */
    public List<BigDecimal> shares(List<BigDecimal> figures, int decimals) {
        List<BigDecimal> shares = new ArrayList<>();
        List<BigInteger> lost = new ArrayList<>();
        BigInteger all = BigInteger.valueOf(whole);
        BigDecimal total = BigDecimal.ZERO;
        for (BigDecimal figure : figures) {
            // In hundredths of the smallest unit this would be inexact: as a fraction of "whole" it never is.
            BigInteger exact = figure.setScale(decimals, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .multiply(BigInteger.valueOf(part));
            lost.add(exact.mod(all));
            shares.add(new BigDecimal(exact.subtract(exact.mod(all)).divide(all), decimals));
            total = total.add(figure.setScale(decimals, RoundingMode.HALF_UP));
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        int left = share(total, decimals)
                .subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .divideToIntegralValue(unit)
                .intValueExact();
        List<Integer> byLoss =
                new ArrayList<>(IntStream.range(0, shares.size()).boxed().toList());
        byLoss.sort(Comparator.comparing(lost::get, Collections.reverseOrder()));
        byLoss.subList(0, left).forEach(i -> shares.set(i, shares.get(i).add(unit)));
        return shares;
    }
}
