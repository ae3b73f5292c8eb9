package io.konsens.planning.web;

import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.ImportJobs;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportTemplates;
import io.konsens.planning.imports.Imports;
import io.konsens.planning.persistence.StockMapper;
import io.konsens.planning.remote.Pulls;
import io.konsens.planning.remote.ScheduledPull;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where process owners bring data in. */
@Controller
class ImportPage {

    private final StockMapper stock;
    private final Pulls pulls;
    private final ScheduledPull schedule;
    private final ImportJobs jobs;
    private final ProblemTexts texts;
    private final Clock clock;
    private final CurrentCaller caller;

    ImportPage(
            StockMapper stock,
            Pulls pulls,
            ScheduledPull schedule,
            ImportJobs jobs,
            ProblemTexts texts,
            Clock clock,
            CurrentCaller caller) {
        this.stock = stock;
        this.pulls = pulls;
        this.schedule = schedule;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
        this.caller = caller;
    }

    @GetMapping("/imports")
    String page(Model model, Locale locale) {
        Imports.requireProcessOwner(caller.get());
        model.addAttribute(
                "kinds",
                Arrays.stream(ImportKind.values()).map(ImportKind::path).toList());
        model.addAttribute("counts", stock.counts());
        model.addAttribute("years", stock.years());
        model.addAttribute("systems", systems());
        model.addAttribute("scheduled", schedule.isOn());
        model.addAttribute(
                "lastPull",
                jobs.lastScheduled(caller.get())
                        .map(job -> PullView.of(job, clock.getZone(), texts, locale))
                        .orElse(null));
        return "imports";
    }

    /** By kind, the system it can be fetched from. */
    private Map<String, String> systems() {
        Map<String, String> systems = new LinkedHashMap<>();
        pulls.kinds().forEach(kind -> systems.put(kind.path(), pulls.system(kind)));
        return systems;
    }

    /** A file with the right header and one row to show how each column is written. */
    @GetMapping("/imports/templates/{kind}.csv")
    ResponseEntity<byte[]> template(@PathVariable String kind, @RequestParam String dialect) {
        ImportKind what = ImportKind.of(kind).orElseThrow(Refusal::notFound);
        Dialect how = dialect.toUpperCase(Locale.ROOT).equals("DE") ? Dialect.DE : Dialect.EN;
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(what.path() + ".csv")
                                .build()
                                .toString())
                .body(ImportTemplates.template(what, how).getBytes(StandardCharsets.UTF_8));
    }
}
