package io.konsens.agreement.campaign.web;

import io.konsens.agreement.application.FindAgreements;
import io.konsens.agreement.campaign.Announcements;
import io.konsens.agreement.campaign.CampaignWorker;
import io.konsens.agreement.campaign.StartCampaign;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.late.LateAgreements;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the agreements of a period stand; for process owners, where a campaign begins. */
@Controller
class CampaignPage {

    private final ChosenPeriod chosenPeriod;
    private final Announcements announcements;
    private final Periods periods;
    private final FindAgreements find;
    private final LateAgreements late;
    private final StartCampaign startCampaign;
    private final CampaignWorker worker;
    private final ProblemTexts texts;
    private final CurrentCaller caller;
    private final Clock clock;

    CampaignPage(
            ChosenPeriod chosenPeriod,
            Announcements announcements,
            Periods periods,
            FindAgreements find,
            LateAgreements late,
            StartCampaign startCampaign,
            CampaignWorker worker,
            ProblemTexts texts,
            CurrentCaller caller,
            Clock clock) {
        this.chosenPeriod = chosenPeriod;
        this.announcements = announcements;
        this.periods = periods;
        this.find = find;
        this.late = late;
        this.startCampaign = startCampaign;
        this.worker = worker;
        this.texts = texts;
        this.caller = caller;
        this.clock = clock;
    }

    @GetMapping("/campaign")
    String page(@RequestParam(required = false) @Nullable String period, Model model) {
        PlanningPeriod shown = chosenPeriod.choose(period, model);
        model.addAttribute("now", clock.instant());
        if (shown != null) {
            addStanding(shown.periodId(), model);
            model.addAttribute("late", late.marks(shown.periodId()));
            model.addAttribute("agreements", find.list(shown.periodId(), caller.get()));
            model.addAttribute(
                    "announcement", announcements.published(shown.periodId()).orElse(null));
        }
        return "campaign";
    }

    /** Only what changes while a campaign is being started. */
    @GetMapping("/campaign/standing")
    String standing(@RequestParam String period, Model model) {
        if (chosenPeriod.choose(period, model) == null) {
            throw Refusal.notFound();
        }
        addStanding(period, model);
        return "campaign :: standing";
    }

    private void addStanding(String periodId, Model model) {
        Caller user = caller.get();
        FindAgreements.Progress progress = find.progress(periodId, user);
        model.addAttribute("progress", progress);
        model.addAttribute("states", states(progress));
        model.addAttribute("start", startCampaign.progress(periodId, user).orElse(null));
        model.addAttribute("failures", startCampaign.failures(periodId, user));
    }

    /** How many agreements are in a state; {@code percent} of all, for the bar. */
    public record StateCount(AgreementState state, long count, long percent) {}

    private static List<StateCount> states(FindAgreements.Progress progress) {
        return Arrays.stream(AgreementState.values())
                .filter(state -> progress.byState().containsKey(state.name()))
                .map(state -> {
                    long count = progress.byState().get(state.name());
                    return new StateCount(state, count, count * 100 / progress.total());
                })
                .toList();
    }

    @PostMapping("/campaign/start")
    String start(@RequestParam String period, RedirectAttributes flash, Locale locale) {
        return afterwards(period, flash, locale, () -> {
            startCampaign.start(period, caller.get());
            worker.begin();
        });
    }

    @PostMapping("/campaign/cancel")
    String cancel(@RequestParam String period, RedirectAttributes flash, Locale locale) {
        return afterwards(period, flash, locale, () -> startCampaign.cancel(period, caller.get()));
    }

    @PostMapping("/campaign/period")
    String save(PeriodForm form, RedirectAttributes flash, Locale locale) {
        return afterwards(form.periodId(), flash, locale, () -> {
            flash.addFlashAttribute("typed", form);
            periods.save(form.toPeriod(), caller.get());
            flash.getFlashAttributes().clear();
        });
    }

    /** Back to the page, with what was refused. */
    private String afterwards(String period, RedirectAttributes flash, Locale locale, Runnable work) {
        flash.addAttribute("period", period);
        try {
            work.run();
        } catch (Refusal refusal) {
            flash.addFlashAttribute(
                    "messages",
                    refusal.problems().stream()
                            .map(problem -> texts.text(problem, locale))
                            .toList());
        }
        return "redirect:/campaign";
    }
}
