package io.konsens.planning.remote;

import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.Row;
import io.konsens.planning.imports.RowReader;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Records of another system as rows. */
record RemoteRows(RecordMapping mapping, Iterator<? extends RemoteRecord> records) implements RowReader {

    @Override
    public Iterator<Row> rows() {
        Stream<Row> rows = StreamSupport.stream(Spliterators.spliteratorUnknownSize(records, 0), false)
                .map(mapping::row);
        return Stream.concat(Stream.of(mapping.header()), rows).iterator();
    }

    /** Numbers with a dot, dates as ISO has them. */
    @Override
    public Dialect dialect() {
        return Dialect.EN;
    }

    @Override
    public String nameOf(String column) {
        return mapping.nameOf(column);
    }

    /** A company may have no orders yet, and its employees are welcome all the same. */
    @Override
    public boolean mayBeEmpty() {
        return true;
    }
}
