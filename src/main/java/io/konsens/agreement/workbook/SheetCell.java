package io.konsens.agreement.workbook;

import io.konsens.platform.SpreadsheetText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * A cell as it comes back, whatever program wrote it.
 *
 * @param number what it holds or its formula came to; null for text
 * @param text as it stands there, without blanks around it; empty for nothing; with # in front where a formula failed
 */
record SheetCell(@Nullable BigDecimal number, String text, Shown shown) {

    /** How a spreadsheet shows a number; it changes that by itself after what was typed. */
    enum Shown {
        PLAIN,
        PERCENT,
        DATE
    }

    static final SheetCell EMPTY = new SheetCell(null, "", Shown.PLAIN);

    static SheetCell of(@Nullable Cell cell) {
        if (cell == null) {
            return EMPTY;
        }
        if (cell.getType() == CellType.ERROR) {
            return text("#" + Objects.requireNonNullElse(cell.getRawValue(), "").replaceFirst("^#", ""));
        }
        if (cell.getType() == CellType.FORMULA && cell.getRawValue() == null) {
            // Not calculated, which is not the same as empty.
            return text("#=" + cell.getFormula());
        }
        if (cell.getValue() == null) {
            return EMPTY;
        }
        return cell.getValue() instanceof BigDecimal number
                ? new SheetCell(number, number.toString(), shown(cell.getDataFormatString()))
                : text(SpreadsheetText.read(String.valueOf(cell.getValue())).strip());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    private static SheetCell text(String text) {
        return new SheetCell(null, text, Shown.PLAIN);
    }

    /** Quoted and escaped parts of a format are words, not instructions. */
    private static Shown shown(@Nullable String format) {
        String codes = Objects.requireNonNullElse(format, "")
                .replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "")
                .toLowerCase(Locale.ROOT);
        return codes.contains("%") ? Shown.PERCENT : codes.matches(".*[ydhms].*") ? Shown.DATE : Shown.PLAIN;
    }
}
