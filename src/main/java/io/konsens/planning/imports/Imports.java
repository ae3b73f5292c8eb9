package io.konsens.planning.imports;

import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports rows from wherever they come: all of them, or, if any is wrong, nothing. */
@Component
public class Imports {

    private static final int ROWS_BETWEEN_REPORTS = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EmployeeUsers employeeUsers;

    Imports(JdbcTemplate jdbc, TransactionTemplate transaction, EmployeeUsers employeeUsers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.employeeUsers = employeeUsers;
    }

    /**
     * Reads and checks the parts, each against what is there with the parts before; with {@code commit}, and if every row
     * is good, keeps them all. It ends at the first part with a problem.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners; {@link RowSource#unreadable} if a source cannot be read
     */
    public ImportResult run(List<ImportPart> parts, boolean commit, Caller caller, Progress progress) {
        requireProcessOwner(caller);
        return transaction.execute(status -> {
            ImportResult result = ImportResult.failed(List.of());
            for (ImportPart part : parts) {
                int before = result.rows();
                result = result.and(part.kind(), read(part, rows -> progress.rowsRead(before + rows)));
                if (!result.isClean()) {
                    break;
                }
                if (commit) {
                    employeeUsers.update(part.kind());
                }
            }
            if (!commit || !result.isClean()) {
                status.setRollbackOnly();
            }
            return result;
        });
    }

    /** Only process owners import. */
    public static void requireProcessOwner(Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
    }

    private ImportResult read(ImportPart part, Progress progress) {
        try (RowReader reader = part.source().open(progress)) {
            return read(part.kind(), reader, progress);
        } catch (IOException e) {
            throw part.source().unreadable(e);
        } catch (UncheckedIOException e) {
            throw part.source().unreadable(e.getCause());
        }
    }

    private ImportResult read(ImportKind kind, RowReader reader, Progress progress) {
        Iterator<Row> all = reader.rows();
        if (!all.hasNext()) {
            throw Refusal.invalid("import.fileEmpty");
        }
        Findings findings = new Findings();
        int[] rows = {0};
        RowParser parser = new RowParser(kind, reader.dialect(), all.next().cells(), findings);
        if (parser.headerIsGood()) {
            Staging staging = new Staging(jdbc, kind);
            staging.load(writer -> {
                for (int number = 2; all.hasNext(); number++) {
                    Row row = all.next();
                    if (row.isBlank()) {
                        continue;
                    }
                    rows[0]++;
                    if (rows[0] % ROWS_BETWEEN_REPORTS == 0) {
                        progress.rowsRead(rows[0]);
                    }
                    List<@Nullable String> values = parser.parse(number, row);
                    if (values != null) {
                        writer.write(number, row.record(), values);
                    }
                }
            });
            if (rows[0] == 0 && !reader.mayBeEmpty()) {
                findings.add(new Problem(null, null, "import.noRows"));
            } else {
                finish(kind, staging, findings);
            }
        }
        progress.rowsRead(rows[0]);
        return findings.result(rows[0], reader::nameOf);
    }

    private void finish(ImportKind kind, Staging staging, Findings findings) {
        // Imports take turns from here on: what one has checked must still be so when it merges.
        jdbc.execute("select pg_advisory_xact_lock(hashtext('konsens.import'))");
        Merge merge = new Merge(jdbc, staging, findings);
        merge.check(kind);
        if (findings.isEmpty()) {
            merge.merge(kind);
            merge.checkMerged(kind);
        }
    }
}
