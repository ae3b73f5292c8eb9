package io.konsens.planning.imports;

import io.konsens.platform.Refusal;
import java.io.IOException;

/** Where rows come from: a file somebody sent, or another system that is asked for them. */
public interface RowSource {

    /** @param progress told while there is nothing to read yet, so that a long wait is not taken for the end */
    RowReader open(Progress progress) throws IOException;

    /** What to tell people if it cannot be read to the end. */
    Refusal unreadable(IOException reason);
}
