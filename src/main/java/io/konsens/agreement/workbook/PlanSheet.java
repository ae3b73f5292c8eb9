package io.konsens.agreement.workbook;

import io.konsens.agreement.domain.Unit;
import io.konsens.platform.SpreadsheetText;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a plan. Sums and changes are formulas, so that they follow what is typed offline; all but the reader's own
 * cells is locked. The lock keeps slips away, no more: what comes back is held against the agreement.
 */
final class PlanSheet {

    /** In the first cell: a sheet without it is none of ours. */
    static final String MARK = "konsens-plan-1";

    static final int MARK_ROW = 0;
    static final int FIRST_LINE = 4;

    private static final int HINT_ROW = 1;
    private static final int TOTAL_ROW = 2;
    private static final int HEADER_ROW = 3;
    private static final int FROZEN_COLUMNS = 7;
    private static final int POINTS = 15;
    private static final int MOST_POINTS = 400;
    private static final String INPUT = "FFF8D6";
    private static final String HEADER = "DCE6F1";
    private static final Set<Column> SUMMED =
            EnumSet.of(Column.BASELINE, Column.PLAN, Column.PROPOSAL, Column.GAP, Column.AGREED);
    private static final Set<Column> TEXTS =
            EnumSet.of(Column.CHECK, Column.COMMENT, Column.REASON, Column.RESPONSE_COMMENT);
    /** Filtering and widening disturb nobody. */
    private static final Set<SheetProtectionOption> FORBIDDEN = EnumSet.complementOf(EnumSet.of(
            SheetProtectionOption.AUTO_FILTER,
            SheetProtectionOption.FORMAT_COLUMNS,
            SheetProtectionOption.FORMAT_ROWS,
            SheetProtectionOption.SELECT_LOCKED_CELLS,
            SheetProtectionOption.SELECT_UNLOCKED_CELLS));

    private final Worksheet sheet;
    private final WorkbookStep step;
    private final int lastLine;
    private int row = FIRST_LINE - 1;
    private boolean open;
    private int tallest = 1;

    PlanSheet(Worksheet sheet, WorkbookStep step, int lines) {
        this.sheet = sheet;
        this.step = step;
        this.lastLine = Math.max(FIRST_LINE, FIRST_LINE + lines - 1);
    }

    /** By which the workbook is recognised when it comes back. */
    void mark(String agreementId, String language) {
        sheet.value(MARK_ROW, 0, MARK);
        sheet.value(MARK_ROW, 1, agreementId);
        sheet.value(MARK_ROW, 2, step.name());
        sheet.value(MARK_ROW, 3, language);
    }

    void title(String title, String hint) {
        int first = step.at(Column.METRIC);
        sheet.value(MARK_ROW, first, SpreadsheetText.of(title));
        sheet.style(MARK_ROW, first).bold().fontSize(14).set();
        sheet.value(HINT_ROW, first, hint);
    }

    void header(Function<Column, String> title) {
        for (Column column : step.columns()) {
            int at = step.at(column);
            sheet.value(HEADER_ROW, at, title.apply(column));
            sheet.style(HEADER_ROW, at)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("center")
                    .horizontalAlignment(format(column, Unit.CURRENCY).equals("General") ? "left" : "right")
                    .fillColor(HEADER)
                    .set();
            if (column.isHidden()) {
                sheet.hideColumn(at);
            } else {
                sheet.width(at, column.width());
            }
        }
    }

    /** Above the lines, where they stay in sight. Only money is summed: figures of different units have no sum. */
    void totals(String label, String currency) {
        sheet.value(TOTAL_ROW, step.at(Column.METRIC), label);
        for (Column column : step.columns()) {
            String formula = SUMMED.contains(column)
                    ? "SUMIF(" + range(Column.UNIT) + ",\"" + currency + "\"," + range(column) + ")"
                    : column == Column.CHANGE || column == Column.CHANGE_PERCENT ? formula(column, TOTAL_ROW) : null;
            if (formula != null) {
                sheet.formula(TOTAL_ROW, step.at(column), formula);
            }
            sheet.style(TOTAL_ROW, step.at(column))
                    .bold()
                    .format(format(column, Unit.CURRENCY))
                    .set();
        }
    }

    /** Begins the next line. */
    void line(String lineId, int version, Entry base, Unit unit, boolean isOpen) {
        row++;
        open = isOpen;
        tallest = 1;
        sheet.value(row, step.at(Column.LINE), lineId);
        sheet.value(row, step.at(Column.VERSION), String.valueOf(version));
        sheet.value(row, step.at(Column.BASE_VALUE), base.value() == null ? "" : base.value());
        sheet.value(row, step.at(Column.BASE_TEXT), SpreadsheetText.of(base.text()));
        for (Column column : Set.of(Column.CHANGE, Column.CHANGE_PERCENT, Column.GAP, Column.MIDDLE)) {
            if (step.at(column) >= 0) {
                sheet.formula(row, step.at(column), formula(column, row, unit));
            }
        }
    }

    /** @param value null leaves what is there */
    void value(Column column, @Nullable Object value, Unit unit) {
        int at = step.at(column);
        if (value instanceof BigDecimal figure) {
            sheet.value(row, at, figure);
        } else if (value != null) {
            sheet.value(row, at, SpreadsheetText.of(value.toString()));
        }
        if (column.isHidden()) {
            return;
        }
        StyleSetter style = sheet.style(row, at);
        style.verticalAlignment("top");
        if (TEXTS.contains(column)) {
            style.wrapText(true);
            grow(column, String.valueOf(value));
        } else {
            style.format(format(column, unit));
        }
        if (open && step.isInput(column)) {
            style.fillColor(INPUT)
                    .borderStyle("thin")
                    .borderColor("9AA7B4")
                    .protectionOption(ProtectionOption.LOCKED, false);
        }
        style.set();
    }

    /** Not every program makes a row as tall as its text. */
    private void grow(Column column, String text) {
        int needed = text.lines()
                .mapToInt(line -> 1 + line.length() / column.width())
                .sum();
        if (needed > tallest) {
            tallest = needed;
            sheet.rowHeight(row, Math.min(MOST_POINTS, tallest * POINTS));
        }
    }

    void finish(String accept, String reject) {
        if (step.value() == Column.RESPONSE) {
            int at = step.at(Column.RESPONSE);
            sheet.range(FIRST_LINE, at, lastLine, at)
                    .validateWithListByFormula("\"" + accept + "," + reject + "\"")
                    .allowBlank(true);
        }
        sheet.setAutoFilter(
                HEADER_ROW, step.at(Column.METRIC), lastLine, step.columns().size() - 1);
        sheet.freezePane(FROZEN_COLUMNS, FIRST_LINE);
        sheet.protect("konsens", FORBIDDEN);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(HEADER_ROW);
    }

    private String formula(Column column, int at) {
        return formula(column, at, Unit.CURRENCY);
    }

    /** Nothing where there is nothing to calculate with: empty is not zero. */
    private String formula(Column column, int at, Unit unit) {
        String baseline = cell(Column.BASELINE, at);
        String plan = cell(Column.PLAN, at);
        String proposal = cell(Column.PROPOSAL, at);
        return switch (column) {
            case CHANGE -> "IF(" + plan + "=\"\",\"\"," + plan + "-N(" + baseline + "))";
            case CHANGE_PERCENT ->
                "IF(OR(" + plan + "=\"\",N(" + baseline + ")=0),\"\",(" + plan + "-" + baseline + ")/ABS(" + baseline
                        + "))";
            case GAP -> "IF(OR(" + plan + "=\"\"," + proposal + "=\"\"),\"\"," + proposal + "-" + plan + ")";
            default ->
                "IF(OR(" + plan + "=\"\"," + proposal + "=\"\"),\"\",ROUND((" + plan + "+" + proposal + ")/2,"
                        + unit.decimals() + "))";
        };
    }

    private String range(Column column) {
        return cell(column, FIRST_LINE) + ":" + cell(column, lastLine);
    }

    /** No step has more than 26 columns. */
    private String cell(Column column, int at) {
        return (char) ('A' + step.at(column)) + String.valueOf(at + 1);
    }

    private static String format(Column column, Unit unit) {
        return switch (column) {
            case BASELINE, PLAN, PROPOSAL, MIDDLE, AGREED -> figure(unit);
            case CHANGE, GAP -> "+" + figure(unit) + ";-" + figure(unit) + ";" + figure(unit);
            case CHANGE_PERCENT -> "+0.0%;-0.0%;0.0%";
            default -> "General";
        };
    }

    private static String figure(Unit unit) {
        return switch (unit) {
            case CURRENCY -> "#,##0.00";
            case PERCENT -> "#,##0.00\" %\"";
            case COUNT -> "#,##0";
        };
    }
}
