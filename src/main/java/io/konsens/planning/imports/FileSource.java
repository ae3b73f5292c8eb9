package io.konsens.planning.imports;

import io.konsens.platform.Refusal;
import java.io.IOException;
import java.nio.file.Path;

/** A workbook or a CSV file. */
record FileSource(Path file, Dialect dialect) implements RowSource {

    @Override
    public RowReader open(Progress progress) throws IOException {
        return WorkbookRows.isWorkbook(file) ? new WorkbookRows(file, dialect) : new CsvRows(file, dialect);
    }

    @Override
    public Refusal unreadable(IOException reason) {
        return Refusal.invalid("import.unreadable", String.valueOf(reason.getMessage()));
    }
}
