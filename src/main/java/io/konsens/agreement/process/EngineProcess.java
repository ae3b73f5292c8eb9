package io.konsens.agreement.process;

import io.konsens.agreement.application.RunningProcess;
import io.konsens.platform.AsSystem;
import io.konsens.platform.CurrentCaller;
import java.util.Comparator;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds an agreement's process in the engine by its business key. */
@Component
class EngineProcess implements RunningProcess {

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final AsSystem asSystem;
    private final CurrentCaller caller;

    EngineProcess(TaskService taskService, RuntimeService runtimeService, AsSystem asSystem, CurrentCaller caller) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.asSystem = asSystem;
        this.caller = caller;
    }

    @Override
    public Optional<String> visibleTask(String agreementId) {
        String me = caller.get().userId();
        return taskService
                .createTaskQuery()
                .processDefinitionKeyIn(ProcessNames.PROCESSES)
                .processInstanceBusinessKey(agreementId)
                .list()
                .stream()
                .min(Comparator.comparing((Task task) -> !me.equals(task.getAssignee())))
                .map(Task::getId);
    }

    @Override
    public Optional<String> instance(String agreementId) {
        return asSystem.call(
                () -> runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(agreementId)
                        .rootProcessInstances()
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .findFirst());
    }
}
