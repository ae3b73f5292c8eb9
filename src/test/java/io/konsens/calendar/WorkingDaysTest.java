package io.konsens.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    @ParameterizedTest(name = "{0} in {1}: {2} ({3})")
    @CsvSource({
        "2027-03-26, de,       off,    Good Friday",
        "2027-03-27, de,       off,    Saturday",
        "2027-03-28, de,       off,    Easter Sunday",
        "2027-03-29, de,       off,    Easter Monday",
        "2027-03-30, de,       worked, the day after",
        "2026-12-24, de,       worked, Christmas Eve is no holiday by law",
        "2026-12-25, de,       off,    Christmas",
        "2028-12-26, de,       off,    Boxing Day",
        "2026-12-31, de,       worked, New Year's Eve is no holiday by law",
        "2027-01-01, de,       off,    New Year",
        "2027-05-27, de-by,    off,    Corpus Christi in Bavaria",
        "2027-05-27, de-hh,    worked, none in Hamburg",
        "2027-05-27, de,       worked, none in the whole of Germany",
        "2027-01-06, de-by,    off,    Epiphany in Bavaria",
        "2027-01-06, de-hh,    worked, none in Hamburg",
        "2028-10-31, de-hh,    off,    Reformation Day in Hamburg",
        "2028-10-31, DE-BY,    worked, none in Bavaria",
        "2028-08-08, de-by-ag, off,    Peace Festival in Augsburg",
        "2028-08-08, de-by,    worked, none in the rest of Bavaria",
        "2027-10-26, at,       off,    National Day in Austria",
        "2028-01-06, ch-zh,    worked, no Epiphany in Zurich",
        "2027-12-25, none,     off,    Saturday",
        "2026-12-25, none,     worked, a Friday like any other",
    })
    void a_day_is_worked_on_unless_law_or_the_weekend_says_otherwise(LocalDate day, String region, String is) {
        assertThat(WorkingDays.in(region, Set.of()).isWorkingDay(day)).isEqualTo(is.equals("worked"));
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2026-12-23, 1, 2026-12-24",
        "2026-12-23, 2, 2026-12-28",
        "2026-12-24, 5, 2027-01-04",
        "2026-12-19, 0, 2026-12-19",
        "2026-12-19, 1, 2026-12-21",
        "2026-12-20, 1, 2026-12-21",
        "2027-03-25, 1, 2027-03-30",
    })
    void counting_leaves_out_days_off_and_the_day_it_begins(LocalDate from, int workingDays, LocalDate to) {
        assertThat(WorkingDays.in("de", Set.of()).after(from, workingDays)).isEqualTo(to);
    }

    @ParameterizedTest(name = "{0} - {1} = {2}")
    @CsvSource({"2027-01-04, 1, 2026-12-31", "2026-12-28, 2, 2026-12-23", "2027-03-30, 1, 2027-03-25"})
    void and_backwards(LocalDate from, int workingDays, LocalDate to) {
        assertThat(WorkingDays.in("de", Set.of()).before(from, workingDays)).isEqualTo(to);
    }

    @Test
    void a_customer_may_give_further_days_off_every_year() {
        WorkingDays days = WorkingDays.in("de", Set.of(MonthDay.of(12, 24), MonthDay.of(12, 31)));

        assertThat(days.after(LocalDate.of(2026, 12, 23), 1)).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(days.after(LocalDate.of(2030, 12, 30), 1)).isEqualTo(LocalDate.of(2031, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "de-xx", "de-by-xx", "de-", "Bavaria", "de_by"})
    void a_region_nobody_knows_is_refused_rather_than_taken_for_one_without_holidays(String region) {
        assertThatThrownBy(() -> WorkingDays.in(region, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
