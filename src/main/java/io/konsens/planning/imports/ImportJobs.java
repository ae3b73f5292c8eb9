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
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports that run while somebody watches. Where they stand is in the database, so that any node can tell. */
@Component
public class ImportJobs {

    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);

    /** Checking a large file against what is there can take a while without a word. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    private final ImportFiles importFiles;
    private final JdbcTemplate jdbc;
    private final TaskExecutor executor;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    ImportJobs(
            ImportFiles importFiles,
            JdbcTemplate jdbc,
            TaskExecutor applicationTaskExecutor,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.importFiles = importFiles;
        this.jdbc = jdbc;
        this.executor = applicationTaskExecutor;
        this.json = json;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
                "insert into konsens.import_job (job_id, kind, is_commit, state, rows_read, started_by, changed_at)"
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
        endIfAbandoned(id);
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

    /** A job that has not been heard of for long went down with its node; its transaction left nothing behind. */
    private void endIfAbandoned(String id) {
        jdbc.update(
                "update konsens.import_job set state = ?, result = ?::jsonb"
                        + " where job_id = ? and state = ? and changed_at < ?",
                State.REJECTED.name(),
                text(new ImportResult(0, 0, List.of(Problem.of("import.interrupted")))),
                id,
                State.RUNNING.name(),
                OffsetDateTime.now(clock).minus(SILENCE));
    }

    private void run(String id, ImportKind kind, boolean commit, Dialect dialect, Path file, Caller caller) {
        ImportResult result;
        try {
            result = importFiles.run(kind, commit, dialect, file, caller, rows -> report(id, rows));
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

    /** In a transaction of its own: who watches must see it while the import's has not ended. */
    private void report(String id, int rows) {
        ownTransaction.executeWithoutResult(status -> jdbc.update(
                "update konsens.import_job set rows_read = ?, changed_at = ? where job_id = ?",
                rows,
                OffsetDateTime.now(clock),
                id));
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
