package io.konsens.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the grid reads, writes and adds figures: exactly, and in the reader's way of writing numbers. */
class GridFiguresIT {

    private static Chromium chromium;
    private static GridUnderTest grid;

    @BeforeAll
    static void openTheGrid() {
        chromium = Chromium.start();
        GridAgreement agreement = GridAgreement.in("PLANNING", "PLAN").line("Alster", "Tee", "100.00");
        grid = new GridUnderTest(chromium.browser(), "de-DE", new GridServer(agreement, "plan"));
    }

    @AfterAll
    static void close() {
        grid.close();
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "de-DE | CURRENCY | 1234       | 1234",
                "de-DE | CURRENCY | 1.234,5    | 1234.5",
                "de-DE | CURRENCY | 1234,50 €  | 1234.50",
                "de-DE | CURRENCY | -1.234,50  | -1234.50",
                "de-DE | CURRENCY | −5         | -5",
                "de-DE | CURRENCY | 0          | 0",
                "de-DE | CURRENCY | ''         | nothing",
                "de-DE | CURRENCY | '  '       | nothing",
                "de-DE | PERCENT  | 31,5 %     | 31.5",
                "de-DE | COUNT    | 12         | 12",
                "de-DE | CURRENCY | 99.999.999.999.999,99 | 99999999999999.99",
                "en-GB | CURRENCY | 1,234.50   | 1234.50",
                "en-GB | CURRENCY | £1,234.50  | 1234.50",
                "en-US | CURRENCY | $1234.5    | 1234.5",
                "en-US | CURRENCY | 1234.50 USD | 1234.50",
            })
    void reads_what_is_written_in_the_locale(String locale, String unit, String typed, @Nullable String figure) {
        assertThat(parse(locale, unit, typed)).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-DE | CURRENCY | 1234.50", // English: would be 123450
                "de-DE | CURRENCY | 1.5",
                "de-DE | CURRENCY | 12.34.567",
                "de-DE | CURRENCY | 1,2,3",
                "de-DE | CURRENCY | 12x",
                "de-DE | CURRENCY | x",
                "de-DE | CURRENCY | 1 2",
                "de-DE | CURRENCY | 1e3",
                "de-DE | CURRENCY | ,5",
                "de-DE | CURRENCY | 5,",
                "de-DE | CURRENCY | 1,005", // more than cents
                "de-DE | COUNT    | 1,5",
                "de-DE | CURRENCY | 5 %",
                "de-DE | CURRENCY | --1",
                "de-DE | CURRENCY | 1.234,50 5",
                "en-GB | CURRENCY | 1.234,50",
                "en-GB | CURRENCY | 1,23",
            })
    void refuses_what_it_would_have_to_guess(String locale, String unit, String typed) {
        assertThat(parse(locale, unit, typed)).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-DE | CURRENCY | 1234567.5             | 1.234.567,50",
                "en-GB | CURRENCY | 1234567.5             | 1,234,567.50",
                "de-DE | CURRENCY | 99999999999999999.99  | 99.999.999.999.999.999,99",
                "de-DE | CURRENCY | 0                     | 0,00",
                "de-DE | PERCENT  | 31.5                  | 31,50",
                "de-DE | COUNT    | 3                     | 3",
            })
    void writes_every_digit(String locale, String unit, String figure, String written) {
        assertThat(call("format", figure, locale, unit)).isEqualTo(written);
    }

    @Test
    void nothing_never_looks_like_zero() {
        assertThat(call("format", null, "de-DE", "CURRENCY")).isEqualTo("");
    }

    @Test
    void sums_are_exact() {
        assertThat(call("sum", List.of("0.10", "0.20"))).isEqualTo("0.30");
        assertThat(call("sum", List.of("9007199254740993.01", "0.01"))).isEqualTo("9007199254740993.02");
        assertThat(call("sum", Arrays.asList("1.00", null))).isEqualTo("1.00");
        assertThat(call("sum", List.of("-1", "0.05", "-0.1"))).isEqualTo("-1.05");
        assertThat(call("sum", Arrays.asList((String) null))).isNull();
    }

    @Test
    void a_change_without_anything_to_compare_with_is_none() {
        assertThat(call("change", "5", null)).isNull();
        assertThat(call("change", "5", "0.00")).isNull();
        assertThat(call("change", null, "5")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "110.00 | 100.00 | +10,0 %",
                "90     | 100.00 | -10,0 %",
                "100    | 100.00 | 0,0 %",
                "50     | -100   | +150,0 %"
            })
    void a_change_in_percent_says_its_direction(String figure, String base, String written) {
        assertThat(grid.page()
                        .evaluate(
                                "async ([figure, base]) => { const money = await import('/grid/money.js');"
                                        + " return money.formatPercent(money.change(figure, base), 'de-DE'); }",
                                List.of(figure, base)))
                .isEqualTo(written);
    }

    private static @Nullable Object parse(String locale, String unit, String typed) {
        return grid.page()
                .evaluate(
                        "async ([text, locale, unit]) => { const money = await import('/grid/money.js');"
                                + " const figure = money.parse(text, locale, unit);"
                                + " return figure === undefined ? 'unreadable' : figure; }",
                        List.of(typed, locale, unit));
    }

    /** Parts always sum to their parent; the cents left over go to the largest fractions, ties from the end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500000   | 15 20 15 50 | 75000.00 100000.00 75000.00 250000.00",
                "100000   | 1 1 1       | 33333.33 33333.33 33333.34",
                "250000   | 1 1 1       | 83333.33 83333.33 83333.34",
                "0.02     | 1 1 1       | 0.00 0.01 0.01",
                "10       | 1 -5 1      | 5.00 0.00 5.00",
                "99999999999999.99 | 1 2 | 33333333333333.33 66666666666666.66"
            })
    void spreads_a_total_exactly(String total, String shares, String parts) {
        assertThat(grid.page()
                        .evaluate(
                                "async ([total, shares]) => (await import('/grid/money.js')).spread(total, shares).join(' ')",
                                List.of(total, Arrays.asList(shares.split(" ")))))
                .isEqualTo(parts);
    }

    private static @Nullable Object call(String function, @Nullable Object... arguments) {
        return grid.page()
                .evaluate(
                        "async ([name, ...values]) => (await import('/grid/money.js'))[name](...values)",
                        Stream.concat(Stream.of(function), Arrays.stream(arguments))
                                .toArray());
    }
}
