package io.konsens.platform;

import org.jspecify.annotations.Nullable;

/** Text on its way into a file that spreadsheets open. */
public final class SpreadsheetText {

    private SpreadsheetText() {}

    /** A spreadsheet must not take a name for a formula: an apostrophe in front makes it text. Nothing for null. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return isFormula(text) ? "'" + text : text;
    }

    /** The text that {@link #of} has written so, when it comes back from a spreadsheet. */
    public static String read(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
