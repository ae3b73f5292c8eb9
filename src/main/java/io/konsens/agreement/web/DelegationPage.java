package io.konsens.agreement.web;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.DelegateStep;
import io.konsens.agreement.application.HeldSteps;
import io.konsens.agreement.application.HeldSteps.HeldStep;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Who does which open step of an agreement, and handing it over and back. */
@Controller
class DelegationPage {

    private final AgreementAccess access;
    private final HeldSteps steps;
    private final DelegateStep delegateStep;
    private final Organisation organisation;
    private final ProblemTexts texts;
    private final CurrentCaller caller;

    DelegationPage(
            AgreementAccess access,
            HeldSteps steps,
            DelegateStep delegateStep,
            Organisation organisation,
            ProblemTexts texts,
            CurrentCaller caller) {
        this.access = access;
        this.steps = steps;
        this.delegateStep = delegateStep;
        this.organisation = organisation;
        this.texts = texts;
        this.caller = caller;
    }

    /**
     * An open step as the page shows it.
     *
     * @param principal whose step it is, while somebody else does it
     * @param mayGiveBack whether the caller has it from somebody, or it is theirs and somebody has it
     * @param to to whom the caller may hand it over
     */
    public record StepView(
            String step, @Nullable String holder, @Nullable String principal, boolean mayGiveBack, List<Employee> to) {}

    @GetMapping("/agreements/{id}/steps")
    String page(@PathVariable String id, Model model) {
        Caller user = caller.get();
        TargetAgreement agreement = access.visible(id, user);
        model.addAttribute("agreement", agreement);
        model.addAttribute("repName", name(agreement.repId()));
        model.addAttribute(
                "steps",
                steps.of(id).stream().map(step -> view(agreement, step, user)).toList());
        return "agreement-steps";
    }

    private StepView view(TargetAgreement agreement, HeldStep step, Caller user) {
        boolean away = step.isAway();
        return new StepView(
                step.step().name(),
                login(step.holder()),
                away ? login(step.principal()) : null,
                away && (user.userId().equals(step.holder()) || user.userId().equals(step.principal())),
                delegateStep.possible(agreement, step, user));
    }

    @PostMapping("/agreements/{id}/hand-over-step")
    String handOver(
            @PathVariable String id,
            @RequestParam String to,
            @RequestParam String reason,
            RedirectAttributes flash,
            Locale locale) {
        return afterwards(
                id,
                flash,
                locale,
                () -> delegateStep.handOver(id, new StepInput(Map.of("to", to, "reason", reason)), caller.get()));
    }

    @PostMapping("/agreements/{id}/give-back-step")
    String giveBack(@PathVariable String id, @RequestParam String reason, RedirectAttributes flash, Locale locale) {
        return afterwards(
                id,
                flash,
                locale,
                () -> delegateStep.giveBack(id, new StepInput(Map.of("reason", reason)), caller.get()));
    }

    /** Back to the steps, with what was refused; to the agreements where the caller no longer sees this one. */
    private String afterwards(String id, RedirectAttributes flash, Locale locale, Runnable work) {
        access.visible(id, caller.get());
        try {
            work.run();
            if (!access.isVisible(id, caller.get())) {
                return "redirect:/campaign";
            }
        } catch (Refusal refusal) {
            flash.addFlashAttribute("messages", List.of(texts.summary(refusal, locale)));
        }
        return "redirect:/agreements/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8) + "/steps";
    }

    private @Nullable String login(@Nullable String login) {
        return login == null
                ? null
                : organisation.employeeByLogin(login).map(Employee::name).orElse(login);
    }

    private String name(String employeeId) {
        return organisation.employee(employeeId).map(Employee::name).orElse(employeeId);
    }
}
