package io.konsens.planning.web;

import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Substitutes;
import io.konsens.planning.Substitution;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Groups;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names and ends substitutes. */
@Controller
class SubstitutePage {

    private final Substitutes substitutes;
    private final Organisation organisation;
    private final ProblemTexts texts;
    private final CurrentCaller caller;

    SubstitutePage(Substitutes substitutes, Organisation organisation, ProblemTexts texts, CurrentCaller caller) {
        this.substitutes = substitutes;
        this.organisation = organisation;
        this.texts = texts;
        this.caller = caller;
    }

    /** What somebody typed; refused, it comes back as it was. */
    public record SubstituteForm(
            @Nullable String absentId,
            @Nullable String substituteId,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {}

    /** A substitution, and whether the caller may end it. */
    public record Row(Substitution substitution, Substitution.State state, boolean mayEnd) {}

    @GetMapping("/substitutes")
    String page(Model model) {
        Caller user = caller.get();
        Optional<Employee> me = organisation.employeeByLogin(user.userId());
        boolean forAll = user.in(Groups.PROCESS_OWNER);
        LocalDate today = substitutes.today();
        model.addAttribute("today", today);
        model.addAttribute("forAll", forAll);
        model.addAttribute("mayName", forAll || me.isPresent());
        model.addAttribute(
                "people",
                forAll
                        ? organisation.everybody()
                        : me.map(it -> organisation.possibleSubstitutes(it.employeeId()))
                                .orElse(List.of()));
        model.addAttribute(
                "rows",
                substitutes.seenBy(user).stream()
                        .map(one -> new Row(
                                one,
                                one.state(today),
                                one.state(today) != Substitution.State.OVER && substitutes.mayEnd(one, user)))
                        .toList());
        return "substitutes";
    }

    @PostMapping("/substitutes")
    String name(SubstituteForm form, RedirectAttributes flash, Locale locale) {
        return afterwards(flash, locale, () -> {
            flash.addFlashAttribute("typed", form);
            substitutes.name(form.absentId(), form.substituteId(), form.from(), form.to(), caller.get());
            flash.getFlashAttributes().clear();
        });
    }

    @PostMapping("/substitutes/end")
    String end(@RequestParam String id, RedirectAttributes flash, Locale locale) {
        return afterwards(flash, locale, () -> substitutes.end(id, caller.get()));
    }

    private String afterwards(RedirectAttributes flash, Locale locale, Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            flash.addFlashAttribute(
                    "messages",
                    refusal.problems().stream()
                            .map(problem -> texts.text(problem, locale))
                            .toList());
        }
        return "redirect:/substitutes";
    }
}
