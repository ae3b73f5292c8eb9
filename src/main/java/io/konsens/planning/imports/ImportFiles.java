package io.konsens.planning.imports;

import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports one file: all of it, or, if any row is wrong, nothing. */
@Component
public class ImportFiles {

    private static final int ROWS_BETWEEN_REPORTS = 5000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EmployeeUsers employeeUsers;

    ImportFiles(JdbcTemplate jdbc, TransactionTemplate transaction, EmployeeUsers employeeUsers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.employeeUsers = employeeUsers;
    }

    /**
     * Reads and checks the file; with {@code commit}, and if every row is good, keeps it.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners; INVALID if the file cannot be read at all
     */
    public ImportResult run(
            ImportKind kind, boolean commit, Dialect dialect, Path file, Caller caller, Progress progress) {
        requireProcessOwner(caller);
        return transaction.execute(status -> {
            ImportResult result = read(kind, dialect, file, progress);
            if (commit && result.isClean()) {
                employeeUsers.update(kind);
            } else {
                status.setRollbackOnly();
            }
            return result;
        });
    }

    /** Only process owners import. */
    public static void requireProcessOwner(Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
    }

    private ImportResult read(ImportKind kind, Dialect dialect, Path file, Progress progress) {
        Findings findings = new Findings();
        int[] rows = {0};
        try (RowReader reader = open(file, dialect)) {
            Iterator<List<Cell>> all = reader.rows();
            if (!all.hasNext()) {
                throw Refusal.invalid("import.fileEmpty");
            }
            RowParser parser = new RowParser(kind, reader.dialect(), all.next(), findings);
            Staging staging = new Staging(jdbc, kind);
            if (parser.headerIsGood()) {
                staging.load(writer -> {
                    for (int row = 2; all.hasNext(); row++) {
                        List<Cell> cells = all.next();
                        if (isBlank(cells)) {
                            continue;
                        }
                        rows[0]++;
                        if (rows[0] % ROWS_BETWEEN_REPORTS == 0) {
                            progress.rowsRead(rows[0]);
                        }
                        List<@Nullable String> values = parser.parse(row, cells);
                        if (values != null) {
                            writer.write(row, values);
                        }
                    }
                });
                finish(kind, staging, findings, rows[0]);
            }
            progress.rowsRead(rows[0]);
            return findings.result(rows[0]);
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.invalid("import.unreadable", String.valueOf(e.getMessage()));
        }
    }

    private void finish(ImportKind kind, Staging staging, Findings findings, int rows) {
        if (rows == 0) {
            findings.add(new Problem(null, null, "import.noRows"));
            return;
        }
        Merge merge = new Merge(jdbc, staging, findings);
        merge.check(kind);
        if (findings.isEmpty()) {
            merge.merge(kind);
            merge.checkMerged(kind);
        }
    }

    private static boolean isBlank(List<Cell> cells) {
        return cells.stream().allMatch(Cell::isEmpty);
    }

    private static RowReader open(Path file, Dialect dialect) throws IOException {
        return WorkbookRows.isWorkbook(file) ? new WorkbookRows(file, dialect) : new CsvRows(file, dialect);
    }
}
