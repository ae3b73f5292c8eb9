package io.konsens.agreement.process;

import io.konsens.calendar.OfficeCalendar;
import io.konsens.calendar.WorkingDays;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code calendar}, as texts by the name of their column.
 *
 * @param texts region, freeDays ({@code "12-24, 12-31"}: month and day, every year; empty for none), quietFrom and
 *     quietUntil ({@code "19:00"})
 */
record CalendarRow(Function<String, @Nullable String> texts) {

    static final List<String> COLUMNS = List.of("region", "freeDays", "quietFrom", "quietUntil");

    /** @throws RuntimeException saying which text cannot be read, or that the region is not known */
    OfficeCalendar calendar() {
        return new OfficeCalendar(
                WorkingDays.in(text("region"), freeDays()),
                LocalTime.parse(text("quietFrom")),
                LocalTime.parse(text("quietUntil")));
    }

    private Set<MonthDay> freeDays() {
        return Stream.of(text("freeDays").split(","))
                .map(String::strip)
                .filter(day -> !day.isEmpty())
                .map(day -> MonthDay.parse("--" + day))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String text(String column) {
        String text = texts.apply(column);
        if (text == null) {
            throw new IllegalArgumentException(column + " is missing");
        }
        return text.strip();
    }
}
