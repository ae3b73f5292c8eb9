package io.konsens.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Makes the data folder ours for as long as we run. A second Konsens on the same folder would take the first one's database
 * server for a leftover and stop it. The operating system drops the lock with the process, however that ends.
 */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel file;

    DataFolderLock(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = FileChannel.open(folder.resolve("konsens.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock() == null) {
            file.close();
            throw new IllegalStateException("Konsens is already running on the data folder " + folder
                    + "; stop it first, or start with another KONSENS_DATA_DIR");
        }
    }

    private @Nullable Object tryLock() throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
