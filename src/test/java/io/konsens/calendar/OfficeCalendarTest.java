package io.konsens.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quiet from seven in the evening until seven in the morning. */
class OfficeCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final OfficeCalendar GERMANY = in("de");

    private static OfficeCalendar in(String region) {
        return new OfficeCalendar(WorkingDays.in(region, Set.of()), LocalTime.of(19, 0), LocalTime.of(7, 0));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2026-11-25T06:59, 2026-11-25T07:00",
        "2026-11-25T07:00, 2026-11-25T07:00",
        "2026-11-25T18:59, 2026-11-25T18:59",
        "2026-11-25T19:00, 2026-11-26T07:00",
        "2026-11-25T23:30, 2026-11-26T07:00",
        "2026-11-27T19:00, 2026-11-30T07:00",
        "2026-11-28T12:00, 2026-11-30T07:00",
        "2026-12-24T19:00, 2026-12-28T07:00",
        "2026-12-25T10:00, 2026-12-28T07:00",
        "2027-03-25T20:00, 2027-03-30T07:00",
    })
    void nobody_is_disturbed_at_night_at_weekends_and_on_holidays(LocalDateTime at, LocalDateTime notBefore) {
        assertThat(GERMANY.notBefore(berlin(at), BERLIN)).isEqualTo(berlin(notBefore));
        assertThat(GERMANY.isQuiet(berlin(at), BERLIN)).isEqualTo(!at.equals(notBefore));
    }

    @Test
    void the_recipients_own_holidays_count() {
        Instant corpusChristi = berlin(LocalDateTime.parse("2027-05-27T10:00"));

        assertThat(in("de-by").notBefore(corpusChristi, BERLIN))
                .isEqualTo(berlin(LocalDateTime.parse("2027-05-28T07:00")));
        assertThat(in("de-hh").notBefore(corpusChristi, BERLIN)).isEqualTo(corpusChristi);
    }

    /** Summer time begins on 2027-03-28 and ends on 2026-10-25, both at the weekend: the hour on the wall counts. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2026-10-23T18:30:00Z, 2026-10-26T06:00:00Z",
        "2027-03-26T10:00:00Z, 2027-03-30T05:00:00Z",
    })
    void across_the_change_of_summer_time(Instant at, Instant notBefore) {
        assertThat(GERMANY.notBefore(at, BERLIN)).isEqualTo(notBefore);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2026-11-25T08:59, 2026-11-25T09:00",
        "2026-11-25T09:00, 2026-11-25T09:00",
        "2026-11-25T09:01, 2026-11-26T09:00",
        "2026-11-27T09:01, 2026-11-30T09:00",
        "2026-12-25T08:00, 2026-12-28T09:00",
    })
    void the_next_time_it_is_nine_on_a_working_day(LocalDateTime from, LocalDateTime next) {
        assertThat(GERMANY.next(LocalTime.of(9, 0), berlin(from), BERLIN)).isEqualTo(berlin(next));
    }

    @Test
    void an_hour_within_the_quiet_ones_waits_for_their_end() {
        assertThat(GERMANY.next(LocalTime.of(5, 0), berlin(LocalDateTime.parse("2026-11-25T04:00")), BERLIN))
                .isEqualTo(berlin(LocalDateTime.parse("2026-11-25T07:00")));
    }

    @Test
    void quiet_hours_must_leave_time_to_write() {
        assertThatThrownBy(() -> new OfficeCalendar(WorkingDays.ALL_DAYS, LocalTime.of(7, 0), LocalTime.of(19, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant berlin(LocalDateTime time) {
        return time.atZone(BERLIN).toInstant();
    }
}
