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
}
