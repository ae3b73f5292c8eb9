package io.konsens.planning.web;

import io.konsens.planning.imports.ImportJobs;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportPart;
import io.konsens.planning.imports.ImportResult;
import io.konsens.planning.imports.Imports;
import io.konsens.planning.imports.Progress;
import io.konsens.planning.remote.Pulls;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports what other systems have. Answers as for files. */
@RestController
class PullController {

    private final Pulls pulls;
    private final Imports imports;
    private final ImportJobs jobs;
    private final ProblemTexts texts;
    private final CurrentCaller caller;

    PullController(Pulls pulls, Imports imports, ImportJobs jobs, ProblemTexts texts, CurrentCaller caller) {
        this.pulls = pulls;
        this.imports = imports;
        this.jobs = jobs;
        this.texts = texts;
        this.caller = caller;
    }

    /**
     * Fetches and imports.
     *
     * @param kind {@value JobView#ALL} for all that can be fetched, as one import
     * @param async answer at once with a job to ask for, instead of when all is done
     */
    @PostMapping("/api/v1/imports/{kind}/pull")
    ResponseEntity<?> pull(
            @PathVariable String kind,
            @RequestParam(defaultValue = "preview") String mode,
            @RequestParam(defaultValue = "false") boolean async,
            Locale locale) {
        Imports.requireProcessOwner(caller.get());
        List<ImportPart> parts = kind.equals(JobView.ALL)
                ? pulls.all()
                : List.of(pulls.part(ImportKind.of(kind).orElseThrow(Refusal::notFound)));
        if (parts.isEmpty()) {
            throw Refusal.invalid("pull.notConfigured", kind);
        }
        boolean commit = Mode.of(mode) == Mode.COMMIT;
        if (async) {
            String job = jobs.start(parts, commit, caller.get(), () -> {});
            return ResponseEntity.accepted().body(JobView.of(jobs.job(job, caller.get()), texts, locale));
        }
        ImportResult result = imports.run(parts, commit, caller.get(), Progress.NONE);
        return ResultView.answer(result, commit, texts, locale);
    }
}
