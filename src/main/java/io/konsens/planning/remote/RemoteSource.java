package io.konsens.planning.remote;

import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.Progress;
import io.konsens.planning.imports.RowReader;
import io.konsens.planning.imports.RowSource;
import io.konsens.platform.Refusal;
import java.io.IOException;

/** The rows of one kind in another system. */
record RemoteSource(RemoteSystem system, ImportKind kind) implements RowSource {

    @Override
    public RowReader open(Progress progress) throws IOException {
        return system.rows(kind, progress);
    }

    @Override
    public Refusal unreadable(IOException reason) {
        return reason.getMessage() == null
                ? Refusal.unavailable("pull.noConnection", system.name())
                : Refusal.unavailable("pull.failed", system.name(), reason.getMessage());
    }
}
