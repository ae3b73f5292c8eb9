package io.konsens.agreement.web;

import io.konsens.agreement.application.AdjustAgreement;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adjusting a target within its period. */
@RestController
@RequestMapping("/api/v1/agreements/{id}")
class AdjustmentController {

    private final AdjustAgreement adjust;
    private final AgreementViews views;
    private final CurrentCaller caller;

    AdjustmentController(AdjustAgreement adjust, AgreementViews views, CurrentCaller caller) {
        this.adjust = adjust;
        this.views = views;
        this.caller = caller;
    }

    /**
     * Both are required.
     *
     * @param effectiveFrom ISO date, today or later, within the period
     */
    record Wish(@Nullable String reason, @Nullable LocalDate effectiveFrom) {

        /** @throws Refusal INVALID with all that is missing */
        Wish checked() {
            List<Problem> problems = new ArrayList<>();
            if (reason == null || reason.isBlank()) {
                problems.add(new Problem(null, "reason", "step.reasonMissing"));
            } else if (reason.length() > 4000) {
                problems.add(new Problem(null, "reason", "text.tooLong", 4000));
            }
            if (effectiveFrom == null) {
                problems.add(new Problem(null, "effectiveFrom", "request.missing", "effectiveFrom"));
            }
            if (!problems.isEmpty()) {
                throw new Refusal(Refusal.Kind.INVALID, problems);
            }
            return this;
        }
    }

    /** Begins an adjustment of what was agreed; the adjustment, which is an agreement of its own. */
    @PostMapping("/adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    AgreementView begin(@PathVariable String id, @RequestBody Wish body) {
        Wish wish = body.checked();
        return views.view(adjust.begin(id, wish.reason().strip(), wish.effectiveFrom(), caller.get()), caller.get());
    }

    /** Lets a running adjustment take effect later. */
    @PostMapping("/postpone")
    AgreementView postpone(@PathVariable String id, @RequestBody Wish body) {
        Wish wish = body.checked();
        adjust.postpone(id, wish.reason().strip(), wish.effectiveFrom(), caller.get());
        return views.view(id, caller.get());
    }
}
