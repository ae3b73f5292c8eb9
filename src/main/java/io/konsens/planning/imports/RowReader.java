package io.konsens.planning.imports;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;

/** The rows of a file, header first, one at a time. */
interface RowReader extends Closeable {

    Iterator<List<Cell>> rows();

    /** In which its cells are to be read; never AUTO. */
    Dialect dialect();
}
