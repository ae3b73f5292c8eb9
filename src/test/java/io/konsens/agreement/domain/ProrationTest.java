package io.konsens.agreement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.konsens.agreement.domain.Proration.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who joins or leaves within the year 2027 plans for their part of it. */
class ProrationTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 12, 31);

    @ParameterizedTest(name = "{1} to {2} by {0}: {3}/{4}")
    @CsvSource({
        "MONTHS, 2027-04-01, ,           9,  12",
        "MONTHS, 2027-04-02, ,           8,  12",
        "MONTHS, 2027-03-31, ,           9,  12",
        "MONTHS, ,           2027-06-30, 6,  12",
        "MONTHS, ,           2027-06-29, 5,  12",
        "MONTHS, 2027-02-01, 2027-02-28, 1,  12",
        "MONTHS, 2027-12-02, ,           0,  12",
        "DAYS,   2027-04-01, ,         275, 365",
        "DAYS,   ,           2027-01-01, 1, 365",
        "DAYS,   2027-12-31, ,           1, 365",
    })
    void by_whole_months_or_by_days(
            Method method, @Nullable LocalDate entry, @Nullable LocalDate exit, int part, int whole) {
        Proration proration = Proration.of(method, START, END, entry, exit).orElseThrow();

        assertThat(proration.part()).isEqualTo(part);
        assertThat(proration.whole()).isEqualTo(whole);
        assertThat(proration.firstDay()).isEqualTo(entry == null ? START : entry);
        assertThat(proration.lastDay()).isEqualTo(exit == null ? END : exit);
    }

    @Test
    void who_is_there_all_the_time_has_no_share_but_the_whole() {
        assertThat(Proration.of(Method.MONTHS, START, END, null, null)).isEmpty();
        assertThat(Proration.of(Method.DAYS, START, END, START, END)).isEmpty();
        assertThat(Proration.of(Method.DAYS, START, END, START.minusYears(3), END.plusDays(1)))
                .isEmpty();
    }

    @Test
    void who_is_not_there_at_all_has_none() {
        assertThatThrownBy(() -> Proration.of(Method.DAYS, START, END, END.plusDays(1), null))
                .hasMessageContaining("proration.notThere");
        assertThatThrownBy(() -> Proration.of(Method.DAYS, START, END, null, START.minusDays(1)))
                .hasMessageContaining("proration.notThere");
    }

    @Test
    void months_of_a_year_that_begins_in_the_middle_of_a_month_begin_there_too() {
        LocalDate start = LocalDate.of(2026, 10, 15);

        Proration proration = Proration.of(
                        Method.MONTHS, start, LocalDate.of(2027, 10, 14), LocalDate.of(2027, 1, 15), null)
                .orElseThrow();

        assertThat(proration.part()).isEqualTo(9);
    }

    @Test
    void a_figure_is_rounded_half_up_to_the_cent() {
        assertThat(share(1, 12).share(new BigDecimal("100.02"), 2)).isEqualByComparingTo("8.34");
        assertThat(share(1, 12).share(new BigDecimal("100.05"), 2)).isEqualByComparingTo("8.34");
        assertThat(share(1, 2).share(new BigDecimal("0.01"), 2)).isEqualByComparingTo("0.01");
        assertThat(share(1, 2).share(new BigDecimal("5"), 0)).isEqualByComparingTo("3");
    }

    @Test
    void what_rounding_leaves_goes_to_those_who_lost_most() {
        List<BigDecimal> thirds =
                share(1, 3).shares(List.of(new BigDecimal("0.01"), new BigDecimal("0.02"), new BigDecimal("10.00")), 2);

        assertThat(thirds).containsExactly(new BigDecimal("0.00"), new BigDecimal("0.01"), new BigDecimal("3.33"));
    }

    @RepeatedTest(50)
    void the_parts_are_exactly_the_share_of_the_whole_returns_included(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<BigDecimal> figures = Stream.generate(() -> BigDecimal.valueOf(random.nextInt(2_000_000) - 400_000, 2))
                .limit(1 + random.nextInt(200))
                .toList();
        Proration proration = share(random.nextInt(366), 365);
        BigDecimal total = figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        List<BigDecimal> parts = proration.shares(figures, 2);

        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(proration.share(total, 2));
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal exact = figures.get(i)
                    .multiply(BigDecimal.valueOf(proration.part()))
                    .divide(BigDecimal.valueOf(proration.whole()), 10, RoundingMode.HALF_UP);
            assertThat(parts.get(i).subtract(exact).abs()).isLessThan(new BigDecimal("0.01"));
        }
    }

    private static Proration share(int part, int whole) {
        return new Proration(START, END, Method.DAYS, part, whole);
    }
}
