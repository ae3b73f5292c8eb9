package io.konsens.agreement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CURRENCY | 1234567.5 | de | 1.234.567,50",
                "CURRENCY | 1234567.5 | en | 1,234,567.50",
                "CURRENCY | 0         | de | 0,00",
                "PERCENT  | 24.5      | de | 24,50 %",
                "COUNT    | 1200      | en | 1,200",
            })
    void figures_are_read_with_all_the_decimals_of_their_unit(
            Unit unit, BigDecimal figure, String language, String read) {
        assertThat(unit.readable(figure).in(Locale.forLanguageTag(language))).isEqualTo(read);
    }
}
