package io.konsens.planning.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.konsens.platform.Problem;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A temporary table that holds a file's rows as text while they are checked against each other and against what is there.
 * It lives as long as the transaction.
 */
final class Staging {

    private final JdbcTemplate jdbc;

    Staging(JdbcTemplate jdbc, ImportKind kind) {
        this.jdbc = jdbc;
        String columns = kind.columns().stream().map(c -> c.name() + " text").collect(Collectors.joining(", "));
        jdbc.execute("drop table if exists pg_temp.staging");
        jdbc.execute("create temporary table staging (row_no int, " + columns + ") on commit drop");
    }

    /** Something that writes rows one after the other. */
    interface RowWriter {

        void write(int row, List<@Nullable String> values);
    }

    interface RowSource {

        void writeTo(RowWriter writer) throws IOException;
    }

    /** Streams rows in by COPY, so that a large file never lies in memory. */
    void load(RowSource source) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            try (PGCopyOutputStream copy = new PGCopyOutputStream(
                            connection.unwrap(PGConnection.class), "copy staging from stdin (format csv)");
                    Writer writer = new OutputStreamWriter(copy, StandardCharsets.UTF_8);
                    CsvWriter csv = CsvWriter.builder().build(writer)) {
                source.writeTo((row, values) -> {
                    List<@Nullable String> record = new ArrayList<>(values.size() + 1);
                    record.add(String.valueOf(row));
                    record.addAll(values);
                    csv.writeRecord(record);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
        jdbc.execute("analyze staging");
    }

    /**
     * Asks a query for rows that are wrong.
     *
     * @param query gives row_no and the offending value
     */
    void check(String field, String code, String query, Findings findings) {
        jdbc.query(query + " order by 1", row -> {
            String value = row.getString(2);
            findings.add(new Problem(row.getInt(1), field, code, value == null ? "" : value));
        });
    }
}
