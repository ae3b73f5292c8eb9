package io.konsens.planning.imports;

/**
 * A column of an import file.
 *
 * @param required whether every row must have a value
 * @param mayBeMissing whether the whole column may be left out
 */
record Column(String name, CellType type, boolean required, boolean mayBeMissing) {

    static Column required(String name, CellType type) {
        return new Column(name, type, true, false);
    }

    static Column optional(String name, CellType type) {
        return new Column(name, type, false, false);
    }

    static Column additional(String name, CellType type) {
        return new Column(name, type, false, true);
    }
}
