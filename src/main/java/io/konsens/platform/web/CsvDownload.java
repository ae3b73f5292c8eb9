package io.konsens.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.konsens.platform.SpreadsheetText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table as a CSV file that the reader's spreadsheet opens with a double click: UTF-8 with a byte order mark; in German
 * with semicolons and decimal commas, otherwise with commas and dots.
 */
public final class CsvDownload {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvDownload() {}

    /** @param name of the file, without its ending */
    public static ResponseEntity<byte[]> of(
            String name, List<String> header, List<? extends List<? extends @Nullable Object>> rows, Locale locale) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text(header, rows, locale).getBytes(StandardCharsets.UTF_8));
    }

    static String text(List<String> header, List<? extends List<? extends @Nullable Object>> rows, Locale locale) {
        boolean german = locale.getLanguage().equals("de");
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(german ? ';' : ',').build(text)) {
            csv.writeRecord(header);
            for (List<? extends @Nullable Object> row : rows) {
                csv.writeRecord(row.stream().map(cell -> cell(cell, german)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value, boolean german) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return german ? number.toPlainString().replace('.', ',') : number.toPlainString();
        }
        return value instanceof Number ? value.toString() : SpreadsheetText.of(value.toString());
    }
}
