package io.konsens.planning.imports;

import io.konsens.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows into canonical values, column by column, and collects what is wrong with them. */
final class RowParser {

    private final ImportKind kind;
    private final Dialect dialect;
    private final Map<String, Integer> positions = new HashMap<>();
    private final int width;
    private final Findings findings;

    /** @param header the file's first row; problems with it concern every row */
    RowParser(ImportKind kind, Dialect dialect, List<Cell> header, Findings findings) {
        this.kind = kind;
        this.dialect = dialect;
        this.findings = findings;
        this.width = header.size();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).text().toLowerCase(Locale.ROOT);
            if (kind.columns().stream().noneMatch(column -> column.name().equals(name))) {
                String known = String.join(
                        ", ", kind.columns().stream().map(Column::name).toList());
                findings.add(new Problem(
                        1, name, "import.columnUnknown", header.get(i).text(), known));
            } else if (positions.put(name, i) != null) {
                findings.add(new Problem(1, name, "import.columnTwice", name));
            }
        }
        kind.columns().stream()
                .filter(column -> !column.mayBeMissing() && !positions.containsKey(column.name()))
                .forEach(column -> findings.add(new Problem(1, column.name(), "import.columnMissing", column.name())));
    }

    boolean headerIsGood() {
        return findings.isEmpty();
    }

    /** The row's values by column, or null if anything is wrong with it. */
    @Nullable
    List<@Nullable String> parse(int number, Row row) {
        int before = findings.count();
        List<Cell> cells = row.cells();
        if (cells.size() > width && cells.subList(width, cells.size()).stream().anyMatch(cell -> !cell.isEmpty())) {
            findings.add(new Problem(number, null, "import.tooManyCells", cells.size(), width), row.record());
        }
        List<@Nullable String> values = new ArrayList<>();
        for (Column column : kind.columns()) {
            values.add(value(number, column, row));
        }
        return findings.count() == before ? values : null;
    }

    private @Nullable String value(int number, Column column, Row row) {
        List<Cell> cells = row.cells();
        Integer position = positions.get(column.name());
        Cell cell = position == null || position >= cells.size() ? Cell.EMPTY : cells.get(position);
        if (cell.isEmpty()) {
            if (column.required()) {
                findings.add(new Problem(number, column.name(), "import.empty", column.name()), row.record());
            }
            return null;
        }
        try {
            return column.type().readChecked(cell, dialect);
        } catch (CellType.BadCell bad) {
            findings.add(new Problem(number, column.name(), bad.code(), cell.text(), bad.limit()), row.record());
            return null;
        }
    }
}
