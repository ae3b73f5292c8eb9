package io.konsens.planning.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.konsens.platform.Caller;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports that run while somebody watches. Where they stand is in the database, so that any node can tell. */
@Component
public class ImportJobs {

    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);

    private final ImportFiles importFiles;
    private final JdbcTemplate jdbc;
    private final TaskExecutor executor;
    private final ObjectMapper json;
    private final Clock clock;

    ImportJobs(
            ImportFiles importFiles,
            JdbcTemplate jdbc,
            TaskExecutor applicationTaskExecutor,
            ObjectMapper json,
            Clock clock) {
        this.importFiles = importFiles;
        this.jdbc = jdbc;
        this.executor = applicationTaskExecutor;
        this.json = json;
        this.clock = clock;
    }

    /** Where an import stands. */
    public enum State {
        RUNNING,
        /** Everything was good; kept, if that was asked for. */
        DONE,
        /** Something was wrong; nothing was kept. */
        REJECTED
    }

    /** @param result null while it runs */
    public record ImportJob(
            String id,
            ImportKind kind,
            boolean commit,
            State state,
            int rowsRead,
            @Nullable ImportResult result) {}

    /** Starts an import, which deletes the file when it is done; the new job's id. */
    public String start(ImportKind kind, boolean commit, Dialect dialect, Path file, Caller caller) {
        ImportFiles.requireProcessOwner(caller);
        String id = UUID.randomUUID().toString();
        jdbc.update(
                "insert into konsens.import_job (job_id, kind, is_commit, state, rows_read, started_by, started_at)"
                        + " values (?, ?, ?, ?, 0, ?, ?)",
                id,
                kind.name(),
                commit,
                State.RUNNING.name(),
                caller.userId(),
                OffsetDateTime.now(clock));
        executor.execute(() -> run(id, kind, commit, dialect, file, caller));
        return id;
    }

    /** @throws Refusal NOT_FOUND if there is none */
    public ImportJob job(String id, Caller caller) {
        ImportFiles.requireProcessOwner(caller);
        return jdbc
                .query(
                        "select kind, is_commit, state, rows_read, result from konsens.import_job where job_id = ?",
                        (row, n) -> new ImportJob(
                                id,
                                ImportKind.valueOf(row.getString("kind")),
                                row.getBoolean("is_commit"),
                                State.valueOf(row.getString("state")),
                                row.getInt("rows_read"),
                                result(row.getString("result"))),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private void run(String id, ImportKind kind, boolean commit, Dialect dialect, Path file, Caller caller) {
        ImportResult result;
        try {
            result = importFiles.run(
                    kind,
                    commit,
                    dialect,
                    file,
                    caller,
                    rows -> jdbc.update("update konsens.import_job set rows_read = ? where job_id = ?", rows, id));
        } catch (Refusal refusal) {
            result = new ImportResult(0, 0, refusal.problems());
        } catch (RuntimeException e) {
            log.error("Import {} failed", id, e);
            result = new ImportResult(0, 0, List.of(Problem.of("request.failed", id)));
        } finally {
            delete(file);
        }
        State state = result.isClean() ? State.DONE : State.REJECTED;
        jdbc.update(
                "update konsens.import_job set state = ?, rows_read = ?, result = ?::jsonb where job_id = ?",
                state.name(),
                result.rows(),
                text(result),
                id);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(ImportResult result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable ImportResult result(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, ImportResult.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
