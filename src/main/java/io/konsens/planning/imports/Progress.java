package io.konsens.planning.imports;

/** Told now and then how far an import has come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = rows -> {};

    /** @param rows data rows read so far */
    void rowsRead(int rows);
}
