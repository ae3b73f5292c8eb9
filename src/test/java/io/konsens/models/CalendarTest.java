package io.konsens.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The calendar every org unit has until a process owner gives it another. */
class CalendarTest {

    private static final TableUnderTest table = new TableUnderTest("calendar", "calendar.dmn");

    @Test
    void everybody_has_the_holidays_of_germany_and_is_left_alone_at_night() {
        assertThat(table.ask(Map.of("orgUnit", "Sales North")))
                .isEqualTo(Map.of(
                        "region", "de",
                        "freeDays", "",
                        "quietFrom", "19:00",
                        "quietUntil", "07:00",
                        "rule", "rule_everybody"));
    }

    @AfterAll
    static void every_rule_has_fired() {
        assertThat(table.neverFired()).isEmpty();
    }
}
