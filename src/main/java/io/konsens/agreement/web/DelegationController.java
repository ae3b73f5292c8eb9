package io.konsens.agreement.web;

import io.konsens.agreement.application.DelegateStep;
import io.konsens.agreement.application.StepInput;
import io.konsens.platform.CurrentCaller;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hands a step over to somebody else, and back. */
@RestController
@RequestMapping("/api/v1/agreements/{id}")
class DelegationController {

    private final DelegateStep delegateStep;
    private final CurrentCaller caller;

    DelegationController(DelegateStep delegateStep, CurrentCaller caller) {
        this.delegateStep = delegateStep;
        this.caller = caller;
    }

    /** Body: {@code {to, reason}}, to by employee id. */
    @PostMapping("/hand-over-step")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable String id, @RequestBody Map<String, Object> input) {
        delegateStep.handOver(id, new StepInput(input), caller.get());
    }

    /** By whose step it is, or by who has it. Body: {@code {reason}}. */
    @PostMapping("/give-back-step")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable String id, @RequestBody Map<String, Object> input) {
        delegateStep.giveBack(id, new StepInput(input), caller.get());
    }
}
