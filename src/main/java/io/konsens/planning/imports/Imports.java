package io.konsens.planning.imports;

import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
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
            // Everything is read before anything is touched: others need not wait while a system takes its time.
            List<Staged> staged = stage(parts, progress);
            // Imports take turns from here on: what one has checked must still be so when it merges.
            jdbc.execute("select pg_advisory_xact_lock(hashtext('konsens.import'))");
            ImportResult result = ImportResult.failed(List.of());
            for (Staged part : staged) {
                result = result.and(part.kind(), merge(part));
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

    /**
     * What was read of a part.
     *
     * @param staging null if there is nothing to go on with
     */
    private record Staged(
            ImportKind kind, @Nullable Staging staging, int rows, Findings findings, UnaryOperator<String> nameOf) {}

    private List<Staged> stage(List<ImportPart> parts, Progress progress) {
        List<Staged> staged = new ArrayList<>();
        int before = 0;
        for (ImportPart part : parts) {
            int read = before;
            Staged one = stage(part, rows -> progress.rowsRead(read + rows));
            staged.add(one);
            if (!one.findings().isEmpty()) {
                break;
            }
            before += one.rows();
        }
        return staged;
    }

    private Staged stage(ImportPart part, Progress progress) {
        try (RowReader reader = part.source().open(progress)) {
            return stage(part.kind(), reader, progress);
        } catch (IOException e) {
            throw part.source().unreadable(e);
        } catch (UncheckedIOException e) {
            throw part.source().unreadable(e.getCause());
        }
    }

    private Staged stage(ImportKind kind, RowReader reader, Progress progress) {
        Iterator<Row> all = reader.rows();
        if (!all.hasNext()) {
            throw Refusal.invalid("import.fileEmpty");
        }
        Findings findings = new Findings();
        RowParser parser = new RowParser(kind, reader.dialect(), all.next().cells(), findings);
        if (!parser.headerIsGood()) {
            return new Staged(kind, null, 0, findings, reader::nameOf);
        }
        int[] rows = {0};
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
        progress.rowsRead(rows[0]);
        if (rows[0] == 0 && !reader.mayBeEmpty()) {
            findings.add(new Problem(null, null, "import.noRows"));
            return new Staged(kind, null, 0, findings, reader::nameOf);
        }
        return new Staged(kind, staging, rows[0], findings, reader::nameOf);
    }

    private ImportResult merge(Staged part) {
        if (part.staging() != null) {
            part.staging().use();
            Merge merge = new Merge(jdbc, part.staging(), part.findings());
            merge.check(part.kind());
            if (part.findings().isEmpty()) {
                merge.merge(part.kind());
                merge.checkMerged(part.kind());
            }
        }
        return part.findings().result(part.rows(), part.nameOf());
    }
}
