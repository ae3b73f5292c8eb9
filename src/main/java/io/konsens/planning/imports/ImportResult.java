package io.konsens.planning.imports;

import io.konsens.platform.Problem;
import java.util.List;

/**
 * What an import found.
 *
 * @param rows data rows in the file, without the header
 * @param rejected rows with at least one problem
 * @param problems the first {@value #MOST_PROBLEMS} at most, by row
 */
public record ImportResult(int rows, int rejected, List<Problem> problems) {

    static final int MOST_PROBLEMS = 1000;

    public int accepted() {
        return rows - rejected;
    }

    public boolean isClean() {
        return problems.isEmpty();
    }
}
