package io.konsens.planning.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as its source has it.
 *
 * @param record the id of the record behind it in another system; null in a file, where rows have numbers
 */
public record Row(@Nullable String record, List<Cell> cells) {

    static Row ofFile(List<Cell> cells) {
        return new Row(null, cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
