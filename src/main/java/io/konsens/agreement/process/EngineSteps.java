package io.konsens.agreement.process;

import io.konsens.agreement.application.HeldSteps;
import io.konsens.platform.AsSystem;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * An open step is a task: its assignee does it, its owner is whose step it is while somebody else does. So the task list
 * shows it to both, and only to its assignee as something to do.
 */
@Component
class EngineSteps implements HeldSteps {

    private final TaskService taskService;
    private final TaskVisibility visibility;
    private final AsSystem asSystem;

    EngineSteps(TaskService taskService, TaskVisibility visibility, AsSystem asSystem) {
        this.taskService = taskService;
        this.visibility = visibility;
        this.asSystem = asSystem;
    }

    @Override
    public List<HeldStep> of(String agreementId) {
        return asSystem.call(() -> taskService
                .createTaskQuery()
                .processDefinitionKeyIn(ProcessNames.PROCESSES)
                .processInstanceBusinessKey(agreementId)
                .list()
                .stream()
                .filter(EngineSteps::isStep)
                .map(EngineSteps::held)
                .toList());
    }

    /** A process owner may have drawn tasks of their own. */
    static boolean isStep(Task task) {
        return ProcessNames.step(task.getTaskDefinitionKey()).isPresent();
    }

    static HeldStep held(Task task) {
        return new HeldStep(
                task.getId(),
                ProcessNames.step(task.getTaskDefinitionKey()).orElseThrow(),
                task.getAssignee(),
                task.getOwner());
    }

    @Override
    public void give(HeldStep step, String principal, String holder) {
        asSystem.run(() -> {
            taskService.setOwner(step.taskId(), principal);
            taskService.setAssignee(step.taskId(), holder);
        });
    }

    @Override
    public void giveBack(HeldStep step) {
        asSystem.run(() -> {
            taskService.setAssignee(step.taskId(), step.principal());
            taskService.deleteUserIdentityLink(step.taskId(), step.principal(), IdentityLinkType.OWNER);
            visibility.hideFrom(step.taskId(), Objects.requireNonNull(step.holder()));
        });
    }
}
