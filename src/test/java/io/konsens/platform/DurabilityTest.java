package io.konsens.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What has been committed to the embedded database is there again, however the program before ended. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DurabilityTest {

    @TempDir
    private Path folder;

    private Process running;

    @AfterEach
    void end() throws InterruptedException {
        if (running != null && running.isAlive()) {
            running.destroy();
            running.waitFor();
        }
    }

    @Test
    void rows_survive_a_kill_and_a_restart() throws Exception {
        assertThat(started("first")).isEqualTo(List.of("rows 1"));
        long orphan = serverProcess();
        kill();
        assertThat(ProcessHandle.of(orphan))
                .as("a killed program cannot stop its server")
                .isPresent();

        assertThat(started("second")).isEqualTo(List.of("rows 2"));
        assertThat(serverProcess()).isNotEqualTo(orphan);
        assertThat(ProcessHandle.of(orphan)).isEmpty();
        stop();

        assertThat(started("third")).isEqualTo(List.of("rows 3"));
    }

    @Test
    void rows_survive_a_kill_of_program_and_server_at_once() throws Exception {
        started("first");
        ProcessHandle server = ProcessHandle.of(serverProcess()).orElseThrow();
        running.destroyForcibly();
        server.destroyForcibly();
        running.waitFor();
        server.onExit().get(30, TimeUnit.SECONDS);

        assertThat(started("second")).isEqualTo(List.of("rows 2"));
    }

    @Test
    void what_is_committed_is_forced_to_disk() throws Exception {
        started("first");

        assertThat(Files.readString(log())).contains("fsync on").contains("synchronous_commit on");
    }

    @Test
    void a_second_program_on_the_same_folder_is_refused_and_leaves_the_first_alone() throws Exception {
        started("first");
        Process first = running;
        long server = serverProcess();

        Process second = start("second");
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(second.exitValue()).isNotZero();
        assertThat(Files.readString(log())).contains("Konsens is already running on the data folder");
        assertThat(first.isAlive()).isTrue();
        assertThat(ProcessHandle.of(server)).isPresent();
    }

    /** A process id in a file that was left behind may belong to anybody by now. */
    @Test
    void a_process_that_is_not_our_server_is_left_alone() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path data = Files.createDirectory(folder.resolve("postgres"));
            Path pidFile = Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n" + data + "\n");

            LeftoverServer.stop(data);

            assertThat(stranger.isAlive()).isTrue();
            assertThat(pidFile).doesNotExist();
        } finally {
            stranger.destroy();
        }
    }

    /** Starts the program and waits until it has written its row; what it said about the rows then. */
    private List<String> started(String run) throws Exception {
        Files.deleteIfExists(log());
        running = start(run);
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (Instant.now().isBefore(end) && running.isAlive()) {
            List<String> rows = Files.readAllLines(log()).stream()
                    .filter(line -> line.startsWith("rows "))
                    .toList();
            if (!rows.isEmpty()) {
                return rows;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("Did not start: " + Files.readString(log()));
    }

    private Process start(String run) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RowWriter.class.getName(),
                        "--konsens.data-dir=" + folder,
                        "--run=" + run)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log().toString())))
                .start();
    }

    private void kill() throws InterruptedException {
        running.destroyForcibly().waitFor();
    }

    private void stop() throws InterruptedException {
        running.destroy();
        running.waitFor();
    }

    private long serverProcess() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"), StandardCharsets.UTF_8)
                        .get(0));
    }

    private Path log() {
        return folder.resolve("log.txt");
    }
}
