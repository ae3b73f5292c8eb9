package io.konsens.planning.imports;

import java.nio.file.Path;

/** Rows of one kind. An import has one such part, or several that refer to those before. */
public record ImportPart(ImportKind kind, RowSource source) {

    public static ImportPart ofFile(ImportKind kind, Path file, Dialect dialect) {
        return new ImportPart(kind, new FileSource(file, dialect));
    }
}
