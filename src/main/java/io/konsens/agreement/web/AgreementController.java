package io.konsens.agreement.web;

import io.konsens.agreement.application.FindAgreements;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.AgreementSummary;
import io.konsens.platform.CurrentCaller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agreements, and the steps people do in them. */
@RestController
@RequestMapping("/api/v1/agreements")
class AgreementController {

    private final FindAgreements find;
    private final AgreementViews views;
    private final LeadAgreement lead;
    private final CurrentCaller caller;

    AgreementController(FindAgreements find, AgreementViews views, LeadAgreement lead, CurrentCaller caller) {
        this.find = find;
        this.views = views;
        this.lead = lead;
        this.caller = caller;
    }

    /** An agreement without its lines. */
    record Summary(
            String id,
            String periodId,
            String repId,
            String repName,
            String managerId,
            String managerName,
            AgreementState state,
            int round,
            int roundsAllowed,
            int revision,
            boolean inForce,
            @Nullable Instant stepDue) {

        static Summary of(AgreementSummary a) {
            return new Summary(
                    a.agreementId(),
                    a.periodId(),
                    a.repId(),
                    a.repName(),
                    a.managerId(),
                    a.managerName(),
                    a.state(),
                    a.round(),
                    a.roundsAllowed(),
                    a.revision(),
                    a.inForce(),
                    a.stepDue());
        }
    }

    @GetMapping
    List<Summary> list(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String rep,
            @RequestParam(required = false) @Nullable AgreementState state) {
        return find.list(period, caller.get()).stream()
                .filter(a -> rep == null || a.repId().equals(rep))
                .filter(a -> state == null || a.state() == state)
                .map(Summary::of)
                .toList();
    }

    @GetMapping("/{id}")
    AgreementView get(@PathVariable String id) {
        return views.view(id, caller.get());
    }

    /** What has changed after an entry of the record, the {@code last} of an earlier answer. */
    @GetMapping("/{id}/news")
    AgreementViews.News news(@PathVariable String id, @RequestParam long after) {
        return views.after(after, id, caller.get());
    }

    /** Completes the caller's current step exactly as the task list does; the agreement as it is afterwards. */
    @PostMapping("/{id}/submit")
    AgreementView submit(@PathVariable String id, @RequestBody(required = false) @Nullable Map<String, Object> input) {
        lead.submit(id, input == null ? Map.of() : input, caller.get());
        return views.view(id, caller.get());
    }

    /** Body: {@code {reason}}. */
    @PostMapping("/{id}/withdraw")
    AgreementView withdraw(@PathVariable String id, @RequestBody Map<String, Object> input) {
        lead.withdraw(id, new StepInput(input), caller.get());
        return views.view(id, caller.get());
    }

    /** Body: {@code {managerId, reason}}. */
    @PostMapping("/{id}/reassign")
    AgreementView reassign(@PathVariable String id, @RequestBody Map<String, Object> input) {
        lead.reassign(id, new StepInput(input), caller.get());
        return views.view(id, caller.get());
    }
}
