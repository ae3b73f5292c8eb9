package io.konsens.planning.imports;

import io.konsens.platform.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The problems of one source: all are counted, the first are kept. */
final class Findings {

    private final List<Problem> first = new ArrayList<>();
    private final BitSet badRows = new BitSet();
    private final Map<Integer, String> records = new HashMap<>();
    private int count;

    void add(Problem problem) {
        add(problem, null);
    }

    /** @param record the record of another system that it is about, if it is about one */
    void add(Problem problem, @Nullable String record) {
        count++;
        if (problem.row() != null) {
            badRows.set(problem.row());
        }
        if (first.size() < ImportResult.MOST_PROBLEMS) {
            first.add(problem);
            if (record != null && problem.row() != null) {
                records.put(problem.row(), record);
            }
        }
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** @param nameOf what a column is called where the rows come from */
    ImportResult result(int rows, UnaryOperator<String> nameOf) {
        boolean everyRow = badRows.get(1) || (count > 0 && badRows.isEmpty());
        List<Problem> byRow = first.stream()
                .sorted(Comparator.comparing(problem -> problem.row() == null ? 0 : problem.row()))
                .map(problem -> problem.field() == null
                        ? problem
                        : new Problem(problem.row(), nameOf.apply(problem.field()), problem.code(), problem.args()))
                .toList();
        return new ImportResult(rows, everyRow ? rows : badRows.cardinality(), byRow, records, Map.of());
    }
}
