package io.konsens.planning.web;

import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.ImportJobs;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportPart;
import io.konsens.planning.imports.ImportResult;
import io.konsens.planning.imports.Imports;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports files. A commit with any bad row changes nothing and answers 422 with the same body as its preview. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private final Imports imports;
    private final ImportJobs jobs;
    private final ProblemTexts texts;
    private final CurrentCaller caller;

    ImportController(Imports imports, ImportJobs jobs, ProblemTexts texts, CurrentCaller caller) {
        this.imports = imports;
        this.jobs = jobs;
        this.texts = texts;
        this.caller = caller;
    }

    /** @param async answer at once with a job to ask for, instead of when all is done; for large files */
    @PostMapping("/{kind}")
    ResponseEntity<?> run(
            @PathVariable String kind,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "preview") String mode,
            @RequestParam(defaultValue = "auto") String dialect,
            @RequestParam(defaultValue = "false") boolean async,
            Locale locale)
            throws IOException {
        ImportKind what = ImportKind.of(kind).orElseThrow(Refusal::notFound);
        boolean commit = Mode.of(mode) == Mode.COMMIT;
        Dialect how = Mode.oneOf(Dialect.class, "dialect", dialect);
        Imports.requireProcessOwner(caller.get());
        Path copy = Files.createTempFile("import-", ".upload");
        boolean handedOn = false;
        try {
            file.transferTo(copy);
            List<ImportPart> parts = List.of(ImportPart.ofFile(what, copy, how));
            if (async) {
                String job = jobs.start(parts, commit, caller.get(), () -> delete(copy));
                handedOn = true;
                return ResponseEntity.accepted().body(JobView.of(jobs.job(job, caller.get()), texts, locale));
            }
            ImportResult result = imports.run(parts, commit, caller.get(), Progress.NONE);
            return ResultView.answer(result, commit, texts, locale);
        } finally {
            if (!handedOn) {
                delete(copy);
            }
        }
    }

    @GetMapping("/jobs/{jobId}")
    JobView job(@PathVariable String jobId, Locale locale) {
        return JobView.of(jobs.job(jobId, caller.get()), texts, locale);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
