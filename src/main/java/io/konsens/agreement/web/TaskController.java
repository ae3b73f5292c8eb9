package io.konsens.agreement.web;

import io.konsens.agreement.application.NegotiationProcess;
import io.konsens.platform.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Leads from a task, which is all the task list knows, to the agreement it belongs to. */
@RestController
class TaskController {

    private final NegotiationProcess process;

    TaskController(NegotiationProcess process) {
        this.process = process;
    }

    /** @param step the task's name in the process model, such as planTargets */
    record TaskView(String agreementId, String step) {}

    @GetMapping("/api/v1/tasks/{taskId}/agreement")
    TaskView agreement(@PathVariable String taskId) {
        return process.openStep(taskId)
                .map(open -> new TaskView(open.agreementId(), open.step()))
                .orElseThrow(Refusal::notFound);
    }
}
