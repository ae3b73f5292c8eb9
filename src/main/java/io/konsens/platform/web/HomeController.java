package io.konsens.platform.web;

import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads everybody to their work. */
@Controller
class HomeController {

    private final CurrentCaller caller;
    private final TaskService taskService;
    private final IdentityService identityService;

    HomeController(CurrentCaller caller, TaskService taskService, IdentityService identityService) {
        this.caller = caller;
        this.taskService = taskService;
        this.identityService = identityService;
    }

    @GetMapping("/")
    String home(Model model) {
        Caller user = caller.get();
        User person = identityService.createUserQuery().userId(user.userId()).singleResult();
        String name = person == null ? user.userId() : (person.getFirstName() + " " + person.getLastName()).strip();
        model.addAttribute("name", name);
        model.addAttribute(
                "openTasks",
                taskService.createTaskQuery().taskInvolvedUser(user.userId()).count()
                        + taskService
                                .createTaskQuery()
                                .taskCandidateGroupIn(List.copyOf(user.groups()))
                                .count());
        return "home";
    }
}
