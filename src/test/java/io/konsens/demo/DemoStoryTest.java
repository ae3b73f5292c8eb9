package io.konsens.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoStoryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void scenesKeepTheirOrderWhateverTodayIs(int today) {
        LocalDate day = MONDAY.plusDays(today);

        assertThat(IntStream.rangeClosed(0, 9).mapToObj(ago -> DemoStory.workingDaysBefore(day, ago)))
                .allSatisfy(found -> assertThat(found.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY))
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(DemoStory.workingDaysBefore(day, 9)).isBetween(day.minusDays(13), day.minusDays(11));
    }

    @Test
    void atTheWeekendOneCountsFromFriday() {
        assertThat(DemoStory.workingDaysBefore(MONDAY.plusDays(6), 0)).isEqualTo(MONDAY.plusDays(4));
        assertThat(DemoStory.workingDaysBefore(MONDAY.plusDays(6), 5)).isEqualTo(MONDAY.minusDays(3));
    }
}
