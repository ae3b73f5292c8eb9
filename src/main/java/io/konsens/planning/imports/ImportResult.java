package io.konsens.planning.imports;

import io.konsens.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an import found.
 *
 * @param rows data rows read, without headers
 * @param rejected rows with at least one problem
 * @param problems the first {@value #MOST_PROBLEMS} at most, by row; all of the kind read last, since it ends there
 * @param records by row, the record of another system that a problem is about; empty for files
 * @param rowsByKind in the order they were read
 */
public record ImportResult(
        int rows,
        int rejected,
        List<Problem> problems,
        Map<Integer, String> records,
        Map<ImportKind, Integer> rowsByKind) {

    static final int MOST_PROBLEMS = 1000;

    /** The maps may be null in what was written down before there were any. */
    public ImportResult(
            int rows,
            int rejected,
            List<Problem> problems,
            @Nullable Map<Integer, String> records,
            @Nullable Map<ImportKind, Integer> rowsByKind) {
        this.rows = rows;
        this.rejected = rejected;
        this.problems = problems;
        this.records = records == null ? Map.of() : records;
        // Sorted: the database keeps JSON in an order of its own.
        this.rowsByKind = rowsByKind == null ? Map.of() : new TreeMap<>(rowsByKind);
    }

    static ImportResult failed(List<Problem> problems) {
        return new ImportResult(0, 0, problems, Map.of(), Map.of());
    }

    /** This, which is clean, and what came after. */
    ImportResult and(ImportKind kind, ImportResult next) {
        Map<ImportKind, Integer> byKind = new TreeMap<>(rowsByKind);
        byKind.put(kind, next.rows);
        return new ImportResult(rows + next.rows, next.rejected, next.problems, next.records, byKind);
    }

    public int accepted() {
        return rows - rejected;
    }

    public boolean isClean() {
        return problems.isEmpty();
    }
}
