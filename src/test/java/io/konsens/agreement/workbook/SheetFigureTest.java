package io.konsens.agreement.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.workbook.SheetCell.Shown;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people leave in cells: typed, calculated, pasted; and what a spreadsheet makes of it. */
class SheetFigureTest {

    @ParameterizedTest
    @CsvSource({
        "1234.5, CURRENCY, 1234.50",
        "0, CURRENCY, 0.00",
        "0.30000000000000004, CURRENCY, 0.30",
        "1155.5249999999999, CURRENCY, 1155.53",
        "1E3, CURRENCY, 1000.00",
        "1E-60, CURRENCY, 0.00",
        "9999999999999.99, CURRENCY, 9999999999999.99",
        "-1, CURRENCY, -1.00",
        "12.5, PERCENT, 12.50",
        "7.0000000000000001, COUNT, 7"
    })
    void a_number_is_taken_as_its_cell_shows_it(String number, Unit unit, String figure) {
        assertThat(SheetFigure.figure(number(number, Shown.PLAIN), unit, true)).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 | true | 1234.56",
                "1.234,56 | false | 1234.56",
                "1,234.56 | true | 1234.56",
                "1,234.56 | false | 1234.56",
                "1.234 | true | 1234.00",
                "1,234 | false | 1234.00",
                "1234,5 | true | 1234.50",
                "1234.5 | true | 1234.50",
                "1.234,56 € | true | 1234.56",
                "EUR 12 | true | ",
                "12 EUR | true | 12.00",
                "'1.234,56\u00A0' | true | 1234.56",
                "12x | true | ",
                "1.23.4 | true | ",
                "zwölf | true | ",
                "1.234,567 | true | ",
                "1.234 | false | ",
                "#DIV/0! | true | "
            })
    void a_pasted_text_is_read_whole_or_refused(String text, boolean german, String figure) {
        SheetCell cell = new SheetCell(null, text.replace("\\u00A0", "\u00A0"), Shown.PLAIN);
        if (figure == null) {
            assertThatThrownBy(() -> SheetFigure.figure(cell, Unit.CURRENCY, german))
                    .isInstanceOf(Refusal.class);
        } else {
            assertThat(SheetFigure.figure(cell, Unit.CURRENCY, german)).isEqualTo(figure);
        }
    }

    @Test
    void empty_is_not_zero() {
        assertThat(SheetFigure.figure(SheetCell.EMPTY, Unit.CURRENCY, true)).isNull();
    }

    @Test
    void a_date_is_no_figure_and_a_percentage_only_where_one_is_asked_for() {
        refused(number("46143", Shown.DATE), Unit.CURRENCY, "workbook.date");
        refused(number("0.05", Shown.PERCENT), Unit.CURRENCY, "workbook.percent");
        assertThat(SheetFigure.figure(number("0.125", Shown.PERCENT), Unit.PERCENT, true))
                .isEqualTo("12.50");
    }

    @ParameterizedTest
    @CsvSource({"1E999", "1E2147483647", "123456789012345678"})
    void no_number_fills_the_memory(String number) {
        refused(number(number, Shown.PLAIN), Unit.CURRENCY, "workbook.tooLarge");
    }

    @ParameterizedTest
    @CsvSource({"annehmen, ACCEPT", "Accept, ACCEPT", "ABLEHNEN, REJECT", "rejected, REJECT"})
    void answers_are_understood_in_both_languages(String text, String answer) {
        assertThat(SheetFigure.answer(new SheetCell(null, text, Shown.PLAIN))).isEqualTo(answer);
        assertThat(SheetFigure.answer(SheetCell.EMPTY)).isNull();
        assertThatThrownBy(() -> SheetFigure.answer(new SheetCell(null, "vielleicht", Shown.PLAIN)))
                .isInstanceOf(Refusal.class);
    }

    private static SheetCell number(String number, Shown shown) {
        return new SheetCell(new BigDecimal(number), number, shown);
    }

    private static void refused(SheetCell cell, Unit unit, String code) {
        assertThatThrownBy(() -> SheetFigure.figure(cell, unit, true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo(code));
    }
}
