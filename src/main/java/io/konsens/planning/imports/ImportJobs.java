package io.konsens.planning.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.konsens.platform.Caller;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports that run while somebody watches, or while all sleep. Where they stand is in the database, so that any node can tell. */
@Component
public class ImportJobs {

    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);

    /** Checking a large file against what is there can take a while without a word. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    private final Imports imports;
    private final JdbcTemplate jdbc;
    private final TaskExecutor executor;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    ImportJobs(
            Imports imports,
            JdbcTemplate jdbc,
            TaskExecutor applicationTaskExecutor,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
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

    /**
     * An import.
     *
     * @param kinds in the order they are read
     * @param scheduledFor null if somebody started it
     * @param result null while it runs
     */
    public record ImportJob(
            String id,
            List<ImportKind> kinds,
            boolean commit,
            State state,
            int rowsRead,
            @Nullable Instant scheduledFor,
            @Nullable ImportResult result) {}

    /**
     * Starts an import; the new job's id.
     *
     * @param afterwards called when it is done, whatever came of it
     */
    public String start(List<ImportPart> parts, boolean commit, Caller caller, Runnable afterwards) {
        Imports.requireProcessOwner(caller);
        String id = insert(parts, commit, caller, null).orElseThrow();
        executor.execute(() -> {
            try {
                run(id, parts, commit, caller);
            } finally {
                afterwards.run();
            }
        });
        return id;
    }

    /** Starts the import that is due at this time, unless another node has done so. */
    public void startScheduled(List<ImportPart> parts, Instant due, Caller caller) {
        insert(parts, true, caller, due)
                .ifPresent(id -> executor.execute(() -> {
                    ImportResult result = run(id, parts, true, caller);
                    if (!result.isClean()) {
                        log.warn("The import scheduled for {} was rejected: {}", due, result.problems());
                    }
                }));
    }

    /** @throws Refusal NOT_FOUND if there is none */
    public ImportJob job(String id, Caller caller) {
        Imports.requireProcessOwner(caller);
        endIfAbandoned(id);
        return jobs("job_id = ?", id).orElseThrow(Refusal::notFound);
    }

    /** The scheduled import that came last, if there ever was one. */
    public Optional<ImportJob> lastScheduled(Caller caller) {
        String last = "scheduled_for = (select max(scheduled_for) from konsens.import_job)";
        return jobs(last).map(job -> job(job.id(), caller));
    }

    private Optional<ImportJob> jobs(String condition, Object... args) {
        return jdbc
                .query(
                        "select job_id, kind, is_commit, state, rows_read, scheduled_for, result"
                                + " from konsens.import_job where " + condition,
                        (row, n) -> new ImportJob(
                                row.getString("job_id"),
                                Arrays.stream(row.getString("kind").split(","))
                                        .map(ImportKind::valueOf)
                                        .toList(),
                                row.getBoolean("is_commit"),
                                State.valueOf(row.getString("state")),
                                row.getInt("rows_read"),
                                instant(row.getObject("scheduled_for", OffsetDateTime.class)),
                                result(row.getString("result"))),
                        args)
                .stream()
                .findFirst();
    }

    /** Its id; empty if one is there that is due at the same time. */
    private Optional<String> insert(List<ImportPart> parts, boolean commit, Caller caller, @Nullable Instant due) {
        String id = UUID.randomUUID().toString();
        int inserted = jdbc.update(
                "insert into konsens.import_job"
                        + " (job_id, kind, is_commit, state, rows_read, started_by, changed_at, scheduled_for)"
                        + " values (?, ?, ?, ?, 0, ?, ?, ?) on conflict (scheduled_for) do nothing",
                id,
                parts.stream().map(part -> part.kind().name()).collect(Collectors.joining(",")),
                commit,
                State.RUNNING.name(),
                caller.userId(),
                OffsetDateTime.now(clock),
                due == null ? null : due.atOffset(ZoneOffset.UTC));
        return inserted == 0 ? Optional.empty() : Optional.of(id);
    }

    /** A job that has not been heard of for long went down with its node; its transaction left nothing behind. */
    private void endIfAbandoned(String id) {
        jdbc.update(
                "update konsens.import_job set state = ?, result = ?::jsonb"
                        + " where job_id = ? and state = ? and changed_at < ?",
                State.REJECTED.name(),
                text(ImportResult.failed(List.of(Problem.of("import.interrupted")))),
                id,
                State.RUNNING.name(),
                OffsetDateTime.now(clock).minus(SILENCE));
    }

    private ImportResult run(String id, List<ImportPart> parts, boolean commit, Caller caller) {
        ImportResult result;
        try {
            result = imports.run(parts, commit, caller, rows -> report(id, rows));
        } catch (Refusal refusal) {
            result = ImportResult.failed(refusal.problems());
        } catch (RuntimeException e) {
            log.error("Import {} failed", id, e);
            result = ImportResult.failed(List.of(Problem.of("request.failed", id)));
        }
        State state = result.isClean() ? State.DONE : State.REJECTED;
        jdbc.update(
                "update konsens.import_job set state = ?, rows_read = ?, result = ?::jsonb where job_id = ?",
                state.name(),
                result.rows(),
                text(result),
                id);
        return result;
    }

    /** In a transaction of its own: who watches must see it while the import's has not ended. */
    private void report(String id, int rows) {
        ownTransaction.executeWithoutResult(status -> jdbc.update(
                "update konsens.import_job set rows_read = ?, changed_at = ? where job_id = ?",
                rows,
                OffsetDateTime.now(clock),
                id));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
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
