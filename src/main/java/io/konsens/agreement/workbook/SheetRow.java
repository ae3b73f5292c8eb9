package io.konsens.agreement.workbook;

import java.util.EnumMap;
import java.util.Map;

/**
 * A line as it comes back.
 *
 * @param row as the spreadsheet counts it, from 1
 */
record SheetRow(int row, Map<Column, SheetCell> cells) {

    SheetRow(int row, Map<Column, SheetCell> cells) {
        this.row = row;
        this.cells = new EnumMap<>(cells);
    }

    SheetCell cell(Column column) {
        return cells.getOrDefault(column, SheetCell.EMPTY);
    }

    boolean isEmpty() {
        return cells.values().stream().allMatch(SheetCell::isEmpty);
    }
}
