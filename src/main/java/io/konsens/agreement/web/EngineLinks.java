package io.konsens.agreement.web;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.RunningProcess;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Leads from an agreement to its open task in the task list, and to its process instance in Cockpit. Only asked when somebody
 * goes there: a page with hundreds of agreements need not ask the engine for each.
 */
@Controller
class EngineLinks {

    private final AgreementAccess access;
    private final RunningProcess process;
    private final CurrentCaller caller;

    EngineLinks(AgreementAccess access, RunningProcess process, CurrentCaller caller) {
        this.access = access;
        this.process = process;
        this.caller = caller;
    }

    @GetMapping("/agreements/{id}/task")
    String task(@PathVariable String id) {
        access.visible(id, caller.get());
        return "redirect:/camunda/app/tasklist/default/#/?task="
                + process.visibleTask(id).orElseThrow(Refusal::notFound);
    }

    /** For those who may open Cockpit. */
    @GetMapping("/agreements/{id}/instance")
    String instance(@PathVariable String id) {
        access.visible(id, caller.get());
        if (!caller.get().in(Groups.PROCESS_OWNER) && !caller.get().in(Groups.ADMIN)) {
            throw Refusal.forbidden("refusal.notYours");
        }
        return "redirect:/camunda/app/cockpit/default/#/process-instance/"
                + process.instance(id).orElseThrow(Refusal::notFound) + "/runtime";
    }
}
