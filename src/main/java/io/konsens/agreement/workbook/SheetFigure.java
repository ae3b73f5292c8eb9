package io.konsens.agreement.workbook;

import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.web.Amounts;
import io.konsens.agreement.workbook.SheetCell.Shown;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people enter into the cells of a workbook: figures typed, calculated or pasted as text, and answers. */
final class SheetFigure {

    /** Spreadsheets calculate with 15 digits; what is behind them is noise. */
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MOST_DIGITS = 16;
    private static final int NOISE = 40;
    private static final Pattern AROUND =
            Pattern.compile("^[\\s\u00A0\u202F€$£]+|[\\s\u00A0\u202F]*(?:%|[€$£]|[A-Z]{3})?[\\s\u00A0]*$");
    private static final Pattern ENGLISH = Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern GERMAN = Pattern.compile("-?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");
    private static final Map<String, Answer> ANSWERS = Map.of(
            "annehmen", Answer.ACCEPT,
            "angenommen", Answer.ACCEPT,
            "accept", Answer.ACCEPT,
            "accepted", Answer.ACCEPT,
            "ablehnen", Answer.REJECT,
            "abgelehnt", Answer.REJECT,
            "reject", Answer.REJECT,
            "rejected", Answer.REJECT);

    private SheetFigure() {}

    /**
     * A figure with the decimals of its unit, as {@link Amounts} writes it; null for an empty cell. What was calculated or
     * typed as a number is rounded half up, as the cell shows it; a text is read as it is written in the workbook's language,
     * and in the other one if only that makes sense: half a number is never guessed.
     *
     * @throws Refusal INVALID with what is wrong
     */
    static @Nullable String figure(SheetCell cell, Unit unit, boolean german) {
        if (cell.isEmpty()) {
            return null;
        }
        BigDecimal number = cell.number();
        if (number == null) {
            return text(cell.text(), unit, german);
        }
        if (cell.shown() == Shown.DATE) {
            throw refused("workbook.date");
        }
        if (cell.shown() == Shown.PERCENT && unit != Unit.PERCENT) {
            throw refused("workbook.percent");
        }
        requireSaneSize(number);
        BigDecimal shown = number.scale() > NOISE ? BigDecimal.ZERO : number.round(EXCEL);
        return Amounts.write(cell.shown() == Shown.PERCENT ? shown.movePointRight(2) : shown, unit);
    }

    private static String text(String written, Unit unit, boolean german) {
        if (written.startsWith("#")) {
            throw refused("workbook.error", written);
        }
        String text = AROUND.matcher(written).replaceAll("").replace('\u2212', '-');
        boolean isGerman = GERMAN.matcher(text).matches()
                && (german || !ENGLISH.matcher(text).matches());
        if (!isGerman && !ENGLISH.matcher(text).matches()) {
            throw refused("workbook.notANumber", written);
        }
        BigDecimal figure = new BigDecimal(isGerman ? text.replace(".", "").replace(',', '.') : text.replace(",", ""));
        if (figure.stripTrailingZeros().scale() > unit.decimals()) {
            throw refused("workbook.decimals", written, unit.decimals());
        }
        requireSaneSize(figure);
        return Amounts.written(figure, unit);
    }

    /** A number of a billion digits is quickly written and slowly read. */
    private static void requireSaneSize(BigDecimal number) {
        if ((long) number.precision() - number.scale() > MOST_DIGITS) {
            throw refused("workbook.tooLarge");
        }
    }

    /** The name of an answer; null for an empty cell. */
    static @Nullable String answer(SheetCell cell) {
        if (cell.isEmpty()) {
            return null;
        }
        Answer answer = ANSWERS.get(cell.text().toLowerCase(Locale.ROOT));
        if (answer == null) {
            throw refused("workbook.notAnAnswer", cell.text());
        }
        return answer.name();
    }

    private static Refusal refused(String code, Object... args) {
        return new Refusal(Refusal.Kind.INVALID, List.of(new Problem(null, null, code, args)));
    }
}
