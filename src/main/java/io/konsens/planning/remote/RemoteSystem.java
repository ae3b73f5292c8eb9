package io.konsens.planning.remote;

import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.Progress;
import java.io.IOException;
import java.util.Set;

/** A system that can be asked for rows. */
interface RemoteSystem {

    /** As people call it. */
    String name();

    /** What it is asked for; empty if it is not in use. */
    Set<ImportKind> kinds();

    /**
     * Asks for all rows of a kind; they are fetched while they are read.
     *
     * @param progress told while the system has not answered yet
     */
    RemoteRows rows(ImportKind kind, Progress progress) throws IOException;
}
