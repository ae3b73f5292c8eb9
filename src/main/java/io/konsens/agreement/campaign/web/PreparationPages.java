package io.konsens.agreement.campaign.web;

import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.campaign.Announcements;
import io.konsens.agreement.campaign.Check.Severity;
import io.konsens.agreement.campaign.DataCheck;
import io.konsens.agreement.campaign.Preview;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Groups;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What leads to the start of a campaign: data check, expectations, preview, announcement. */
@Controller
class PreparationPages {

    private final ChosenPeriod chosenPeriod;
    private final DataCheck dataCheck;
    private final ExpectationTable expectations;
    private final Metrics metrics;
    private final Preview preview;
    private final Announcements announcements;
    private final ProblemTexts texts;
    private final CurrentCaller caller;

    PreparationPages(
            ChosenPeriod chosenPeriod,
            DataCheck dataCheck,
            ExpectationTable expectations,
            Metrics metrics,
            Preview preview,
            Announcements announcements,
            ProblemTexts texts,
            CurrentCaller caller) {
        this.chosenPeriod = chosenPeriod;
        this.dataCheck = dataCheck;
        this.expectations = expectations;
        this.metrics = metrics;
        this.preview = preview;
        this.announcements = announcements;
        this.texts = texts;
        this.caller = caller;
    }

    @GetMapping("/campaign/check")
    String check(@RequestParam(required = false) @Nullable String period, Model model, Locale locale) {
        return page("campaign-check", period, model, shown -> {
            List<DataCheck.Result> results = dataCheck.run(shown.periodId(), locale, caller.get());
            model.addAttribute("results", results);
            model.addAttribute("blocking", bad(results, false));
            model.addAttribute("warnings", bad(results, true));
        });
    }

    private static long bad(List<DataCheck.Result> results, boolean warns) {
        return results.stream()
                .filter(result -> !result.isGood() && (result.severity() == Severity.WARNS) == warns)
                .count();
    }

    @GetMapping("/campaign/expectations")
    String expectations(@RequestParam(required = false) @Nullable String period, Model model) {
        return page("campaign-expectations", period, model, shown -> {
            model.addAttribute("cells", expectations.cells(shown.periodId(), caller.get()));
            model.addAttribute("metrics", List.copyOf(metrics.byId().values()));
        });
    }

    @GetMapping("/campaign/preview")
    String preview(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String rep,
            Model model) {
        return page("campaign-preview", period, model, shown -> {
            List<Preview.Row> rows = preview.of(shown.periodId(), caller.get());
            List<Preview.Row> started =
                    rows.stream().filter(row -> row.excluded() == null).toList();
            model.addAttribute("rows", rows);
            if (rep != null) {
                model.addAttribute(
                        "rep",
                        rows.stream()
                                .filter(row -> row.repId().equals(rep))
                                .map(Preview.Row::repName)
                                .findFirst()
                                .orElseThrow(Refusal::notFound));
                model.addAttribute("repLines", preview.lines(shown.periodId(), rep, caller.get()));
            }
            model.addAttribute("agreements", started.size());
            model.addAttribute(
                    "lines", started.stream().mapToInt(Preview.Row::lines).sum());
            model.addAttribute(
                    "baseline",
                    started.stream()
                            .map(Preview.Row::baseline)
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        });
    }

    @GetMapping("/campaign/announcement")
    String announcement(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "false") boolean again,
            Model model) {
        return page("campaign-announcement", period, model, shown -> {
            var kept = announcements.edit(shown.periodId(), caller.get());
            model.addAttribute("announcement", kept);
            if (!model.containsAttribute("typed")) {
                model.addAttribute("typed", again ? announcements.draft(shown.periodId(), caller.get()) : kept);
            }
        });
    }

    /** What somebody typed into the announcement's form; refused, it comes back as it was. */
    public record AnnouncementForm(String period, String textDe, String textEn) {}

    @PostMapping("/campaign/announcement")
    String announce(
            AnnouncementForm form,
            @RequestParam(defaultValue = "false") boolean publish,
            RedirectAttributes flash,
            Locale locale) {
        flash.addAttribute("period", form.period());
        try {
            announcements.save(form.period(), form.textDe(), form.textEn(), publish, caller.get());
        } catch (Refusal refusal) {
            flash.addFlashAttribute("message", texts.summary(refusal, locale));
            flash.addFlashAttribute("typed", form);
        }
        return "redirect:/campaign/announcement";
    }

    private interface Filling {

        void with(PlanningPeriod period);
    }

    /** Without any period the page only says so. */
    private String page(String template, @Nullable String asked, Model model, Filling filling) {
        PlanningPeriod shown = chosenPeriod.choose(asked, model);
        if (shown == null && asked != null) {
            throw Refusal.notFound();
        }
        if (shown == null) {
            caller.get().require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        } else {
            filling.with(shown);
        }
        return template;
    }
}
