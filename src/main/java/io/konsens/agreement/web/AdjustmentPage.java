package io.konsens.agreement.web;

import io.konsens.agreement.application.AdjustAgreement;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Revision;
import io.konsens.agreement.domain.Revisions;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The part of an agreement's page that is about its revisions. */
@Controller
class AdjustmentPage {

    private final AdjustAgreement adjust;
    private final LeadAgreement lead;
    private final CurrentCaller caller;
    private final ProblemTexts texts;

    AdjustmentPage(AdjustAgreement adjust, LeadAgreement lead, CurrentCaller caller, ProblemTexts texts) {
        this.adjust = adjust;
        this.lead = lead;
        this.caller = caller;
        this.texts = texts;
    }

    /**
     * A revision as the page lists it.
     *
     * @param standing key of the text that says what has become of it
     */
    public record Row(Revision revision, String standing) {}

    void show(TargetAgreement agreement, Model model) {
        Caller user = caller.get();
        Revisions revisions = adjust.revisions(agreement);
        model.addAttribute(
                "revisions",
                revisions.all().stream()
                        .map(one -> new Row(one, "revision." + standing(one, revisions)))
                        .toList());
        boolean agreed = agreement.state() == AgreementState.AGREED || agreement.state() == AgreementState.HANDED_OVER;
        model.addAttribute(
                "earliest",
                agreed
                                && !revisions.supersede(agreement)
                                && revisions.open().isEmpty()
                                && adjust.mayAsk(agreement, user)
                        ? adjust.earliest(agreement)
                        : null);
        boolean running = agreement.adjustment() != null && agreement.state().isNegotiating();
        model.addAttribute(
                "postponable",
                running && !agreement.state().isFrozen() && adjust.mayAsk(agreement, user)
                        ? adjust.earliest(agreement)
                        : null);
        model.addAttribute("mayInsist", running && lead.mayInsist(agreement, user));
        model.addAttribute(
                "adjustmentLate",
                running && adjust.isLate(agreement, agreement.adjustment().effectiveFrom()));
    }

    private static String standing(Revision one, Revisions revisions) {
        if (one.inForce()) {
            return one.state().isNegotiating() ? "first" : "inForce";
        }
        return one.state().isNegotiating()
                ? "negotiated"
                : one.state() == AgreementState.WITHDRAWN ? "ended" : "superseded";
    }

    @PostMapping("/agreements/{id}/adjustments")
    String begin(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate effectiveFrom,
            RedirectAttributes flash,
            Locale locale) {
        return afterwards(id, flash, locale, () -> {
            AdjustmentController.Wish wish = new AdjustmentController.Wish(reason, effectiveFrom).checked();
            return adjust.begin(id, wish.reason().strip(), wish.effectiveFrom(), caller.get());
        });
    }

    @PostMapping("/agreements/{id}/postpone")
    String postpone(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate effectiveFrom,
            RedirectAttributes flash,
            Locale locale) {
        return afterwards(id, flash, locale, () -> {
            AdjustmentController.Wish wish = new AdjustmentController.Wish(reason, effectiveFrom).checked();
            adjust.postpone(id, wish.reason().strip(), wish.effectiveFrom(), caller.get());
            return id;
        });
    }

    /** To the agreement whose id comes of it, or back with what was refused. */
    private String afterwards(String id, RedirectAttributes flash, Locale locale, Supplier<String> work) {
        String shown = id;
        try {
            shown = work.get();
        } catch (Refusal refusal) {
            flash.addFlashAttribute("messages", List.of(texts.summary(refusal, locale)));
        }
        flash.addAttribute("id", shown);
        return "redirect:/agreements/{id}";
    }
}
