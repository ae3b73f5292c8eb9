package io.konsens.platform.web;

import io.konsens.platform.SpreadsheetText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table as an Excel workbook of one sheet: numbers and dates are such, shown as the reader's Excel writes them, the header
 * stays in sight.
 */
public final class XlsxDownload {

    private static final MediaType TYPE =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int WIDEST = 45;

    private XlsxDownload() {}

    /**
     * @param name of the file, without its ending, and of the sheet
     * @param indents how far the first cell of each row is indented, such as by its level in a tree
     */
    public static ResponseEntity<byte[]> of(
            String name,
            List<String> header,
            List<? extends List<? extends @Nullable Object>> rows,
            List<Integer> indents) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes(name, header, rows, indents));
    }

    private static byte[] bytes(
            String name,
            List<String> header,
            List<? extends List<? extends @Nullable Object>> rows,
            List<Integer> indents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Konsens", null)) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
                sheet.style(0, column).bold().wrapText(true).set();
                sheet.width(column, width(header.get(column), rows, column));
            }
            sheet.freezePane(1, 1);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < header.size(); column++) {
                    write(sheet, row + 1, column, rows.get(row).get(column));
                }
                sheet.style(row + 1, 0).indent(indents.get(row)).set();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof BigDecimal amount) {
            sheet.value(row, column, amount);
            sheet.style(row, column)
                    .format(amount.scale() > 0 ? "#,##0.00" : "#,##0")
                    .set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            // Excel's own short date, written as the reader's country does.
            sheet.style(row, column).format("mm-dd-yy").set();
        } else if (value != null) {
            sheet.value(row, column, SpreadsheetText.of(value.toString()));
        }
    }

    private static int width(String header, List<? extends List<? extends @Nullable Object>> rows, int column) {
        int longest = rows.stream()
                .map(row -> row.get(column))
                .mapToInt(value -> value == null ? 0 : value.toString().length() + 4)
                .max()
                .orElse(0);
        return Math.min(WIDEST, Math.max(longest, Math.min(header.length(), 16)));
    }
}
