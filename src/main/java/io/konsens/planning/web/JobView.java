package io.konsens.planning.web;

import io.konsens.planning.imports.ImportJobs.ImportJob;
import io.konsens.platform.ProblemTexts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param result null while it runs
 */
record JobView(
        String id,
        String kind,
        boolean commit,
        String state,
        int rowsRead,
        @Nullable ResultView result) {

    static JobView of(ImportJob job, ProblemTexts texts, Locale locale) {
        return new JobView(
                job.id(),
                job.kind().path(),
                job.commit(),
                job.state().name(),
                job.rowsRead(),
                job.result() == null ? null : ResultView.of(job.result(), texts, locale));
    }
}
