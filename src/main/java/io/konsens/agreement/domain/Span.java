package io.konsens.agreement.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days targets apply to, from the first to the last, both included. */
public record Span(LocalDate start, LocalDate end) {

    boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** From this day to the end, itself included. */
    long daysFrom(LocalDate day) {
        return ChronoUnit.DAYS.between(day, end) + 1;
    }

    /** Whether three quarters of it are over by this day: a target that comes so late hardly moves anybody (BAG 10 AZR 57/24). */
    public boolean isLate(LocalDate day) {
        return 4 * daysFrom(day) < daysFrom(start);
    }
}
