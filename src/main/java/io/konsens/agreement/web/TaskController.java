package io.konsens.agreement.web;

import io.konsens.agreement.application.NegotiationProcess;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Leads from a task, which is all the task list knows, to the agreement it belongs to. */
@RestController
class TaskController {

    private final NegotiationProcess process;
    private final AgreementViews views;
    private final CurrentCaller caller;

    TaskController(NegotiationProcess process, AgreementViews views, CurrentCaller caller) {
        this.process = process;
        this.views = views;
        this.caller = caller;
    }

    @GetMapping("/api/v1/tasks/{taskId}/agreement")
    AgreementView agreement(@PathVariable String taskId) {
        return process.agreementOfTask(taskId)
                .map(agreementId -> views.view(agreementId, caller.get()))
                .orElseThrow(Refusal::notFound);
    }
}
