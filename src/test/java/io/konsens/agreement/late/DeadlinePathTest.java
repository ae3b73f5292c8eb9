package io.konsens.agreement.late;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.agreement.application.Step;
import io.konsens.agreement.application.StepTimes;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Review takes 10 days, answer 100, talk 1000, confirmation 10000; every day counts, so that the sum shows the steps. */
class DeadlinePathTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final DeadlinePath path = new DeadlinePath(new StepTimes() {
        @Override
        public int dueDays(int deadlinesVersion, Step step, String orgUnit) {
            return switch (step) {
                case REVIEW_PLAN -> 10;
                case ANSWER_PROPOSALS -> 100;
                case ALIGN_TARGETS -> 1000;
                case CONFIRM_REP -> 10000;
                default -> throw new AssertionError(step);
            };
        }

        @Override
        public WorkingDays workingDays(@Nullable Integer calendarVersion, String orgUnit) {
            return calendarVersion == null ? WorkingDays.ALL_DAYS : WorkingDays.in("de", Set.of());
        }
    });

    @ParameterizedTest(name = "{0}, round {1} of 3, due in {2} days: {3} days")
    @CsvSource({
        "PLANNING,     1,  5, 11335",
        "REVIEW,       1,  5, 11325",
        "REVIEW,       3,  5, 11105",
        "RESPONSE,     1,  5, 11225",
        "RESPONSE,     3,  5, 11005",
        "ALIGNMENT,    3,  5, 10005",
        "DISPUTE,      3,  5, 11005",
        "CONFIRMATION, 3,  5,     5",
        "CONFIRMATION, 3, -9,     0",
    })
    void every_step_that_may_still_come_takes_all_its_days(AgreementState state, int round, int dueIn, int days) {
        assertThat(path.end(at(state, round, dueIn, null), TODAY, UTC)).isEqualTo(TODAY.plusDays(days));
    }

    @ParameterizedTest
    @CsvSource({"ALIGNMENT"})
    void in_working_days(AgreementState state) {
        WorkingDays days = WorkingDays.in("de", Set.of());

        assertThat(path.end(at(state, 3, 0, 1), TODAY, UTC)).isEqualTo(days.after(TODAY, 10000));
    }

    private static Running at(AgreementState state, int round, int dueIn, @Nullable Integer calendarVersion) {
        return new Running(
                "2027-R1",
                "2027",
                "Rita",
                "Sales",
                "M1",
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                state,
                round,
                3,
                TODAY.plusDays(dueIn).atTime(18, 0).atZone(UTC).toInstant(),
                1,
                calendarVersion,
                null,
                null);
    }
}
