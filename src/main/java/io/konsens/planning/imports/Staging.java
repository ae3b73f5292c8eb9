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
 * A temporary table that holds rows as text while they are checked against each other and against what is there.
 * It lives as long as the transaction.
 */
final class Staging {

    private final JdbcTemplate jdbc;
    private final String table;

    Staging(JdbcTemplate jdbc, ImportKind kind) {
        this.jdbc = jdbc;
        this.table = "staging_" + kind.path();
        String columns = kind.columns().stream().map(c -> c.name() + " text").collect(Collectors.joining(", "));
        jdbc.execute("drop table if exists pg_temp." + table);
        jdbc.execute("create temporary table " + table + " (row_no int, record text, " + columns + ") on commit drop");
    }

    /** From now on this is what checks and merges know as {@code staging}. */
    void use() {
        jdbc.execute("drop table if exists pg_temp.staging");
        jdbc.execute("alter table pg_temp." + table + " rename to staging");
    }

    /** Something that writes rows one after the other. */
    interface RowWriter {

        void write(int row, @Nullable String record, List<@Nullable String> values);
    }

    interface Rows {

        void writeTo(RowWriter writer) throws IOException;
    }

    /** Streams rows in by COPY, so that they never lie in memory. */
    void load(Rows rows) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            try (PGCopyOutputStream copy = new PGCopyOutputStream(
                            connection.unwrap(PGConnection.class), "copy " + table + " from stdin (format csv)");
                    Writer writer = new OutputStreamWriter(copy, StandardCharsets.UTF_8);
                    CsvWriter csv = CsvWriter.builder().build(writer)) {
                rows.writeTo((row, record, values) -> {
                    List<@Nullable String> fields = new ArrayList<>(values.size() + 2);
                    fields.add(String.valueOf(row));
                    fields.add(record);
                    fields.addAll(values);
                    csv.writeRecord(fields);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
        jdbc.execute("analyze " + table);
    }

    /**
     * Asks a query for rows that are wrong, once the table is in {@link #use}.
     *
     * @param query gives row_no and the offending value
     */
    void check(String field, String code, String query, Findings findings) {
        jdbc.query(
                "select row_no, value, record from (" + query + ") wrong (row_no, value) join staging using (row_no)"
                        + " order by 1",
                row -> {
                    String value = row.getString(2);
                    findings.add(new Problem(row.getInt(1), field, code, value == null ? "" : value), row.getString(3));
                });
    }
}
