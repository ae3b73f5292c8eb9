package io.konsens.planning.remote;

import io.konsens.planning.imports.ImportJobs;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fetches everything at set times. */
@Component
public class ScheduledPull {

    private static final Caller CLOCK = new Caller("schedule", Set.of(Groups.PROCESS_OWNER));

    private final Pulls pulls;
    private final ImportJobs jobs;
    private final Clock clock;
    private final boolean on;

    ScheduledPull(Pulls pulls, ImportJobs jobs, Clock clock, @Value("${konsens.pull.schedule}") String schedule) {
        this.pulls = pulls;
        this.jobs = jobs;
        this.clock = clock;
        this.on = !schedule.equals(Scheduled.CRON_DISABLED);
        if (on && pulls.kinds().isEmpty()) {
            throw new IllegalStateException("konsens.pull.schedule is set, but there is nothing to fetch");
        }
    }

    public boolean isOn() {
        return on;
    }

    /** Every node's clock strikes; the minute decides which import it is, and the first node to claim it runs it. */
    @Scheduled(cron = "${konsens.pull.schedule}", zone = "${konsens.zone}")
    void pull() {
        jobs.startScheduled(pulls.all(), clock.instant().truncatedTo(ChronoUnit.MINUTES), CLOCK);
    }
}
