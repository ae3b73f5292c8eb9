package io.konsens.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The plan's workbook as somebody works on it offline: read, edited, and written by another program than ours. */
public final class EditedWorkbook {

    private static final int HEADER_ROW = 4;

    private final Map<Integer, List<Object>> rows = new TreeMap<>();

    private record Calculated(String formula) {}

    /** A number in a cell of another format than it had. */
    public record Formatted(BigDecimal number, String format) {}

    public EditedWorkbook(byte[] file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : workbook.getFirstSheet().read()) {
                List<Object> cells = new ArrayList<>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    cells.add(value(row.getCell(column)));
                }
                rows.put(row.getRowNum(), cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(Cell cell) {
        return cell == null
                ? null
                : cell.getType() == CellType.FORMULA ? new Calculated(cell.getFormula()) : cell.getValue();
    }

    /** In the line whose cells contain this text; null empties the cell. */
    public EditedWorkbook set(String line, String column, Object value) {
        cells(row(line)).set(column(column), value);
        return this;
    }

    public Object get(String line, String column) {
        return cells(row(line)).get(column(column));
    }

    /** The formula of a column's total. */
    public String total(String column) {
        return ((Calculated) cells(HEADER_ROW - 1).get(column(column))).formula();
    }

    public String formula(String line, String column) {
        return ((Calculated) get(line, column)).formula();
    }

    /** The row of a line, as spreadsheets count them. */
    public int row(String line) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey() > HEADER_ROW)
                .filter(row ->
                        row.getValue().stream().anyMatch(value -> value instanceof String text && text.contains(line)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + line + " in " + rows))
                .getKey();
    }

    public List<Object> headings() {
        return cells(HEADER_ROW);
    }

    /** How many lines there are. */
    public int lines() {
        return (int) rows.keySet().stream().filter(row -> row > HEADER_ROW).count();
    }

    public EditedWorkbook copyLine(String line) {
        rows.put(lastRow() + 1, new ArrayList<>(cells(row(line))));
        return this;
    }

    /** A row typed in below the others. */
    public EditedWorkbook addLine(String column, String value) {
        List<Object> cells = new ArrayList<>(headings());
        cells.replaceAll(cell -> null);
        cells.set(column(column), value);
        rows.put(lastRow() + 1, cells);
        return this;
    }

    public EditedWorkbook removeLine(String line) {
        rows.remove(row(line));
        return this;
    }

    private int lastRow() {
        return rows.keySet().stream().mapToInt(row -> row).max().orElseThrow();
    }

    private int column(String title) {
        int at = headings().indexOf(title);
        if (at < 0) {
            throw new AssertionError("No column " + title + " in " + headings());
        }
        return at;
    }

    private List<Object> cells(int row) {
        List<Object> cells = rows.get(row);
        while (cells.size() < rows.get(HEADER_ROW).size()) {
            cells.add(null);
        }
        return cells;
    }

    public byte[] save() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Another program", null)) {
            Worksheet sheet = workbook.newWorksheet("Plan");
            rows.forEach((row, cells) -> {
                for (int column = 0; column < cells.size(); column++) {
                    write(sheet, row - 1, column, cells.get(column));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Calculated calculated) {
            sheet.formula(row, column, calculated.formula().replace("<", "&lt;"));
        } else if (value instanceof Formatted formatted) {
            sheet.value(row, column, formatted.number());
            sheet.style(row, column).format(formatted.format()).set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }
}
