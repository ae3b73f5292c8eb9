package io.konsens.planning.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** Rows, one at a time, the first of which names the columns. */
public interface RowReader extends Closeable {

    /** May fail with an {@link java.io.UncheckedIOException} at any row. */
    Iterator<Row> rows();

    /** In which its cells are to be read; never AUTO. */
    Dialect dialect();

    /** What people call a column where the rows come from, so that they find what they have to mend. */
    default String nameOf(String column) {
        return column;
    }

    /** Whether no rows at all are nothing unusual. */
    default boolean mayBeEmpty() {
        return false;
    }

    @Override
    default void close() throws IOException {}
}
