package io.konsens.planning.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an Excel workbook. Numbers and dates in it are what they are, whatever the dialect. */
final class WorkbookRows implements RowReader {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final ReadableWorkbook workbook;
    private final Stream<Row> rows;
    private final Dialect dialect;

    WorkbookRows(Path file, Dialect asked) throws IOException {
        this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        this.rows = workbook.getFirstSheet().openStream();
        this.dialect = asked == Dialect.AUTO ? Dialect.EN : asked;
    }

    static boolean isWorkbook(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    @Override
    public Iterator<io.konsens.planning.imports.Row> rows() {
        return rows.map(row -> io.konsens.planning.imports.Row.ofFile(cells(row)))
                .iterator();
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(cell(row.getCell(column)));
        }
        return cells;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        boolean number = cell.getType() == CellType.NUMBER
                || (cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal);
        if (number && isDate(cell.getDataFormatString())) {
            return new Cell(cell.asDate().toLocalDate().toString(), true);
        }
        return number
                ? new Cell(cell.asNumber().toPlainString(), true)
                : new Cell(cell.getText().strip(), false);
    }

    private static boolean isDate(String format) {
        return format != null && format.toLowerCase(Locale.ROOT).matches(".*(y+|d+[./-]|[./-]d+).*");
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        workbook.close();
    }
}
