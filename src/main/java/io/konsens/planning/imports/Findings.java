package io.konsens.planning.imports;

import io.konsens.platform.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** The problems of one file: all are counted, the first are kept. */
final class Findings {

    private final List<Problem> first = new ArrayList<>();
    private final BitSet badRows = new BitSet();
    private int count;

    void add(Problem problem) {
        count++;
        if (problem.row() != null) {
            badRows.set(problem.row());
        }
        if (first.size() < ImportResult.MOST_PROBLEMS) {
            first.add(problem);
        }
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    ImportResult result(int rows) {
        boolean wholeFile = badRows.get(1) || (count > 0 && badRows.isEmpty());
        List<Problem> byRow = first.stream()
                .sorted(Comparator.comparing(problem -> problem.row() == null ? 0 : problem.row()))
                .toList();
        return new ImportResult(rows, wholeFile ? rows : badRows.cardinality(), byRow);
    }
}
