package io.konsens.agreement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatePropertiesTest {

    @ParameterizedTest(name = "{0} of {1} to {2}: too late from {3} on")
    @CsvSource({
        "0.75, 2027-01-01, 2027-12-31, 2027-10-01",
        "0.75, 2028-01-01, 2028-12-31, 2028-10-01",
        "0.75, 2027-07-01, 2028-06-30, 2028-03-31",
        "0.75, 2027-01-01, 2027-03-31, 2027-03-09",
        "0.5,  2027-01-01, 2027-12-31, 2027-07-02",
        "1,    2027-01-01, 2027-12-31, 2028-01-01",
        "0.5,  2027-01-01, 2027-01-02, 2027-01-02",
    })
    void the_last_line_is_the_day_after_so_much_of_the_period(
            BigDecimal share, LocalDate start, LocalDate end, LocalDate line) {
        LateProperties properties = new LateProperties(BigDecimal.ZERO, share, 20);

        assertThat(properties.lastLine(start, end)).isEqualTo(line);
        assertThat(properties.warnLine(start, end)).isEqualTo(start);
    }

    @ParameterizedTest(name = "warn at {0}, last at {1}")
    @CsvSource({"-0.1, 0.75", "0.8, 0.75", "0.5, 1.1"})
    void shares_out_of_order_are_refused_at_the_start(BigDecimal warn, BigDecimal last) {
        assertThatThrownBy(() -> new LateProperties(warn, last, 20)).isInstanceOf(IllegalArgumentException.class);
    }
}
