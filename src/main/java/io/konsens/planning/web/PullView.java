package io.konsens.planning.web;

import io.konsens.planning.imports.ImportJobs.ImportJob;
import io.konsens.planning.imports.ImportJobs.State;
import io.konsens.platform.ProblemTexts;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a scheduled import.
 *
 * @param result null while it runs
 */
record PullView(
        @Nullable ZonedDateTime at, State state, @Nullable ResultView result) {

    static PullView of(ImportJob job, ZoneId zone, ProblemTexts texts, Locale locale) {
        return new PullView(
                job.scheduledFor() == null ? null : job.scheduledFor().atZone(zone),
                job.state(),
                job.result() == null ? null : ResultView.of(job.result(), texts, locale));
    }
}
