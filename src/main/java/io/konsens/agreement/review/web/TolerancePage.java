package io.konsens.agreement.review.web;

import io.konsens.agreement.review.BulkConfirmation;
import io.konsens.agreement.review.ConfirmWithinTolerance;
import io.konsens.agreement.review.ConfirmWithinTolerance.Outcome;
import io.konsens.agreement.review.ConfirmWithinTolerance.Result;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Confirming many plans at once: first what would happen, then, for those still chosen, that it happens. */
@Controller
class TolerancePage {

    private final ConfirmWithinTolerance confirm;
    private final ProblemTexts texts;
    private final CurrentCaller caller;

    TolerancePage(ConfirmWithinTolerance confirm, ProblemTexts texts, CurrentCaller caller) {
        this.confirm = confirm;
        this.texts = texts;
        this.caller = caller;
    }

    /** What becomes of an agreement, in words. */
    public record Row(String agreementId, String repName, Result result, List<String> problems) {

        public boolean isWithin() {
            return result == Result.WITHIN;
        }
    }

    @GetMapping("/reviews/tolerance")
    String preview(@RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect, Locale locale) {
        ToleranceForm form = new ToleranceForm(typed);
        try {
            BulkConfirmation asked = form.read(null);
            List<Outcome> outcomes = confirm.preview(asked, ReviewController.order(typed.get("order")), caller.get());
            model.addAttribute("rows", rows(outcomes, locale));
            model.addAttribute(
                    "within",
                    outcomes.stream()
                            .filter(one -> one.result() == Result.WITHIN)
                            .count());
            model.addAttribute("limits", confirm.comment(asked, locale));
            model.addAttribute("fields", form.fields());
            model.addAttribute("order", ReviewPage.order(typed.get("order")));
            return "review-tolerance";
        } catch (Refusal refusal) {
            return refused(refusal, redirect, locale);
        }
    }

    @PostMapping("/reviews/tolerance")
    String commit(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "agreement", required = false) @Nullable Set<String> agreementIds,
            RedirectAttributes redirect,
            Locale locale) {
        redirect.addAttribute("order", ReviewPage.order(typed.get("order")));
        if (agreementIds == null) {
            return refused(Refusal.invalid("tolerance.nothingChosen"), redirect, locale);
        }
        try {
            List<Outcome> outcomes = confirm.confirm(
                    new ToleranceForm(typed).read(agreementIds),
                    ReviewController.order(typed.get("order")),
                    locale,
                    caller.get());
            redirect.addFlashAttribute(
                    "confirmed",
                    outcomes.stream()
                            .filter(one -> one.result() == Result.CONFIRMED)
                            .count());
            redirect.addFlashAttribute(
                    "left",
                    rows(
                            outcomes.stream()
                                    .filter(one -> one.result() != Result.CONFIRMED)
                                    .toList(),
                            locale));
            return "redirect:/reviews";
        } catch (Refusal refusal) {
            return refused(refusal, redirect, locale);
        }
    }

    private List<Row> rows(List<Outcome> outcomes, Locale locale) {
        return outcomes.stream()
                .map(one -> new Row(
                        one.agreementId(),
                        one.repName(),
                        one.result(),
                        one.problems().stream()
                                .map(problem -> texts.text(problem, locale))
                                .toList()))
                .toList();
    }

    private String refused(Refusal refusal, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("messages", List.of(texts.summary(refusal, locale)));
        return "redirect:/reviews";
    }
}
