package io.konsens.agreement.workbook;

import io.konsens.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook somebody brings back.
 *
 * @param agreementId whose plan it is
 * @param german how numbers are written in it as text
 */
record ReturnedWorkbook(String agreementId, WorkbookStep step, boolean german, List<SheetRow> rows) {

    /** An agreement of 10,000 lines needs a third of it. */
    private static final long MOST_BYTES = 50_000_000;

    private static final int MOST_ROWS = 20_000;

    /** @throws Refusal INVALID if it is no workbook, or none that {@link PlanWorkbook} wrote */
    static ReturnedWorkbook read(Path file) {
        requireModestSize(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                Optional<ReturnedWorkbook> plan = read(sheet);
                if (plan.isPresent()) {
                    return plan.get();
                }
            }
        } catch (IOException | ExcelReaderException | UncheckedIOException e) {
            throw Refusal.invalid("workbook.unreadable");
        }
        throw Refusal.invalid("workbook.notOurs");
    }

    private static Optional<ReturnedWorkbook> read(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            List<Row> all = rows.limit(MOST_ROWS).toList();
            return all.stream()
                    .filter(row -> row.getRowNum() == PlanSheet.MARK_ROW + 1)
                    .filter(row -> PlanSheet.MARK.equals(at(row, 0).text()))
                    .findFirst()
                    .flatMap(mark -> step(at(mark, 2).text())
                            .map(step -> new ReturnedWorkbook(
                                    at(mark, 1).text(), step, at(mark, 3).text().equals("de"), lines(all, step))));
        }
    }

    private static List<SheetRow> lines(List<Row> rows, WorkbookStep step) {
        List<SheetRow> lines = new ArrayList<>();
        for (Row row : rows) {
            if (row.getRowNum() > PlanSheet.FIRST_LINE) {
                Map<Column, SheetCell> cells = new EnumMap<>(Column.class);
                step.columns().forEach(column -> cells.put(column, at(row, step.at(column))));
                lines.add(new SheetRow(row.getRowNum(), cells));
            }
        }
        lines.removeIf(SheetRow::isEmpty);
        return lines;
    }

    private static Optional<WorkbookStep> step(String name) {
        return Stream.of(WorkbookStep.values())
                .filter(step -> step.name().equals(name))
                .findFirst();
    }

    private static SheetCell at(Row row, int column) {
        return SheetCell.of(column < row.getCellCount() ? row.getCell(column) : null);
    }

    /** A small archive may hold much: whoever uploads it must not fill the memory. */
    private static void requireModestSize(Path file) {
        long left = MOST_BYTES;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        left -= read;
                        if (left < 0) {
                            throw Refusal.invalid("workbook.tooBig");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw Refusal.invalid("workbook.unreadable");
        }
    }
}
