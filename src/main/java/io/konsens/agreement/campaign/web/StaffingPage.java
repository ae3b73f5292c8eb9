package io.konsens.agreement.campaign.web;

import io.konsens.agreement.staffing.ManagerChanges;
import io.konsens.agreement.staffing.MoveAccounts;
import io.konsens.agreement.staffing.SpanChanges;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What changed among people while agreements run, and what is to become of these agreements. */
@Controller
class StaffingPage {

    private final ChosenPeriod chosenPeriod;
    private final ManagerChanges managerChanges;
    private final SpanChanges spanChanges;
    private final MoveAccounts moveAccounts;
    private final ProblemTexts texts;
    private final CurrentCaller caller;

    StaffingPage(
            ChosenPeriod chosenPeriod,
            ManagerChanges managerChanges,
            SpanChanges spanChanges,
            MoveAccounts moveAccounts,
            ProblemTexts texts,
            CurrentCaller caller) {
        this.chosenPeriod = chosenPeriod;
        this.managerChanges = managerChanges;
        this.spanChanges = spanChanges;
        this.moveAccounts = moveAccounts;
        this.texts = texts;
        this.caller = caller;
    }

    @GetMapping("/campaign/staffing")
    String page(@RequestParam(required = false) @Nullable String period, Model model) {
        caller.get().require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        PlanningPeriod chosen = chosenPeriod.choose(period, model);
        if (chosen != null) {
            model.addAttribute("managerChanges", managerChanges.of(chosen.periodId(), caller.get()));
            model.addAttribute("accounts", moveAccounts.findings(chosen.periodId(), caller.get()));
            model.addAttribute("spanChanges", spanChanges.of(chosen.periodId(), caller.get()));
        }
        return "campaign-staffing";
    }

    @PostMapping("/campaign/staffing/reassign")
    String reassign(
            @RequestParam String period,
            @RequestParam(defaultValue = "") List<String> agreement,
            @RequestParam String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return afterwards(
                period, redirect, locale, () -> managerChanges.reassign(period, agreement, reason, caller.get()));
    }

    @PostMapping("/campaign/staffing/move")
    String move(
            @RequestParam String period,
            @RequestParam(defaultValue = "") List<String> account,
            @RequestParam String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return afterwards(period, redirect, locale, () -> moveAccounts.move(period, account, reason, caller.get()));
    }

    /** Back to the page, with what could not be done. */
    private String afterwards(String period, RedirectAttributes redirect, Locale locale, Supplier<List<Problem>> work) {
        List<Problem> problems;
        try {
            problems = work.get();
        } catch (Refusal refusal) {
            problems = refusal.problems();
        }
        redirect.addAttribute("period", period);
        redirect.addFlashAttribute(
                "messages",
                problems.stream().map(problem -> texts.text(problem, locale)).toList());
        return "redirect:/campaign/staffing";
    }
}
