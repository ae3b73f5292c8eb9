package io.konsens.testing;

import io.konsens.KonsensApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One more node on the database of a test, without the demo: a program of its own, so that it can be killed. */
public final class Node implements AutoCloseable {

    private final Process program;
    private final Path log;

    /** @param settings as on a command line */
    public Node(Path folder, String databaseUrl, String... settings) throws IOException {
        this.log = folder.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KonsensApplication.class.getName(),
                "--spring.datasource.url=" + databaseUrl,
                "--konsens.demo=false",
                "--konsens.data-dir=" + folder,
                "--server.port=0"));
        command.addAll(List.of(settings));
        this.program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    public boolean isAlive() {
        return program.isAlive();
    }

    /** Ends it as a power cut does, and waits until it is gone. */
    public void kill() {
        try {
            program.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
