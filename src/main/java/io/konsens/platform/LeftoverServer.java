package io.konsens.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server that outlived us: when Konsens is killed it cannot stop its server, and a data folder can have only
 * one.
 */
final class LeftoverServer {

    private static final int SECONDS = 30;

    private LeftoverServer() {}

    /** Stops the server that runs on this data folder, if one does, the gentle way PostgreSQL knows as fast shutdown. */
    static void stop(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> isServerOf(dataDirectory, process))
                .ifPresent(LeftoverServer::interrupt);
        Files.deleteIfExists(pidFile);
    }

    /** By its command line: the process id may be somebody else's by now. */
    private static boolean isServerOf(Path dataDirectory, ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(command -> command.contains("postgres") && command.contains(dataDirectory.toString()))
                .isPresent();
    }

    private static void interrupt(ProcessHandle server) {
        // SIGTERM waits for clients to leave, and the killed one's connections are gone already.
        server.destroy();
        try {
            server.onExit().get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The PostgreSQL server with process id " + server.pid()
                    + " left over from an earlier run does not stop; stop it by hand and start again");
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
