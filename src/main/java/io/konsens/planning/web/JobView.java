package io.konsens.planning.web;

import io.konsens.planning.imports.ImportJobs.ImportJob;
import io.konsens.platform.ProblemTexts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param kind or {@value #ALL}
 * @param result null while it runs
 */
record JobView(
        String id,
        String kind,
        boolean commit,
        String state,
        int rowsRead,
        @Nullable ResultView result) {

    /** In place of a kind: all that can be fetched, in the right order. */
    static final String ALL = "all";

    static JobView of(ImportJob job, ProblemTexts texts, Locale locale) {
        return new JobView(
                job.id(),
                job.kinds().size() == 1 ? job.kinds().get(0).path() : ALL,
                job.commit(),
                job.state().name(),
                job.rowsRead(),
                job.result() == null ? null : ResultView.of(job.result(), texts, locale));
    }
}
