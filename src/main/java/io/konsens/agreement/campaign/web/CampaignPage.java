package io.konsens.agreement.campaign.web;

import io.konsens.agreement.application.FindAgreements;
import io.konsens.agreement.campaign.CampaignWorker;
import io.konsens.agreement.campaign.StartCampaign;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.planning.Employee;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Groups;
import io.konsens.platform.KonsensProperties;
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

    private final Periods periods;
    private final FindAgreements find;
    private final StartCampaign startCampaign;
    private final CampaignWorker worker;
    private final ProblemTexts texts;
    private final CurrentCaller caller;
    private final KonsensProperties properties;
    private final Clock clock;

    CampaignPage(
            Periods periods,
            FindAgreements find,
            StartCampaign startCampaign,
            CampaignWorker worker,
            ProblemTexts texts,
            CurrentCaller caller,
            KonsensProperties properties,
            Clock clock) {
        this.periods = periods;
        this.find = find;
        this.startCampaign = startCampaign;
        this.worker = worker;
        this.texts = texts;
        this.caller = caller;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping("/campaign")
    String page(@RequestParam(required = false) @Nullable String period, Model model) {
        Caller user = caller.get();
        List<PlanningPeriod> all = periods.all();
        PlanningPeriod shown = all.stream()
                .filter(one -> period == null || one.periodId().equals(period))
                .findFirst()
                .orElse(null);
        model.addAttribute("periods", all);
        model.addAttribute("period", shown);
        model.addAttribute("now", clock.instant());
        model.addAttribute("zone", properties.zone());
        FindAgreements.Progress progress = shown == null ? null : find.progress(shown.periodId(), user);
        model.addAttribute("progress", progress);
        model.addAttribute("states", progress == null ? List.of() : states(progress));
        model.addAttribute("agreements", shown == null ? List.of() : find.list(shown.periodId(), user));
        model.addAttribute(
                "withoutManager",
                user.in(Groups.PROCESS_OWNER)
                        ? startCampaign.withoutManager().stream()
                                .map(Employee::name)
                                .toList()
                        : List.of());
        return "campaign";
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
