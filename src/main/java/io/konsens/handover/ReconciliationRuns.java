package io.konsens.handover;

import io.konsens.handover.persistence.ReconciliationMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where reconciliations stand: in the database, so that any node can tell and no two run at once. */
@Component
public class ReconciliationRuns {

    /** Longer than one agreement may take, however slow a system answers. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    private final ReconciliationMapper runs;
    private final Clock clock;

    ReconciliationRuns(ReconciliationMapper runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** The last run begun; empty if there never was one. */
    public Optional<ReconciliationRun> latest() {
        endAbandoned();
        return runs.latest();
    }

    /**
     * @param startedBy null for the one at night
     * @return false if one is running already
     */
    public boolean begin(@Nullable String startedBy, int total) {
        endAbandoned();
        return runs.begin(startedBy, total, clock.instant()) > 0;
    }

    public void advance(int checked) {
        runs.advance(checked, clock.instant());
    }

    /** @param error null if all went well */
    public void finish(@Nullable String error) {
        runs.finish(error, clock.instant());
    }

    private void endAbandoned() {
        runs.abandon(clock.instant().minus(SILENCE), "Interrupted");
    }
}
