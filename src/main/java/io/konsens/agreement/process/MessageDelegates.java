package io.konsens.agreement.process;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.Steps;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.CurrentCaller;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the two messages to a running agreement do. */
@Configuration
class MessageDelegates {

    @Bean
    JavaDelegate withdrawAgreement(Steps steps, CurrentCaller caller) {
        return execution -> {
            String reason = (String) execution.getVariable(ProcessNames.REASON);
            steps.withdraw(execution.getProcessBusinessKey(), reason, caller.get());
        };
    }

    /** Open tasks move to the new manager; a dispute moves to the one above. */
    @Bean
    JavaDelegate reassignAgreement(
            Steps steps,
            CurrentCaller caller,
            Organisation organisation,
            AgreementAccess access,
            TaskVisibility visibility,
            SubstituteTasks substituteTasks,
            TaskService taskService) {
        return execution -> {
            Employee manager = organisation
                    .employee((String) execution.getVariable(ProcessNames.NEW_MANAGER))
                    .orElseThrow();
            Employee mediator = access.mediator(manager.employeeId()).orElse(null);
            String reason = (String) execution.getVariable(ProcessNames.REASON);
            steps.reassign(execution.getProcessBusinessKey(), manager.employeeId(), reason, caller.get());
            handOver(taskService, visibility, execution, ProcessNames.DISPUTE_RESOLVER, mediator);
            handOver(taskService, visibility, execution, ProcessNames.MANAGER, manager);
            ProcessNames.managed(manager, mediator).forEach(execution::setVariable);
            taskService
                    .createTaskQuery()
                    .processInstanceId(execution.getProcessInstanceId())
                    .list()
                    .forEach(task -> {
                        visibility.showTo(task.getId(), manager.login(), task.getAssignee());
                        substituteTasks.giveOn(task);
                    });
            execution.removeVariables(List.of(ProcessNames.REASON, ProcessNames.NEW_MANAGER));
        };
    }

    /** Whoever has such a task for the former one, too, has it no longer. */
    private static void handOver(
            TaskService taskService,
            TaskVisibility visibility,
            DelegateExecution execution,
            String variable,
            @Nullable Employee to) {
        String from = (String) execution.getVariable(variable);
        if (from == null) {
            return;
        }
        taskService
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .or()
                .taskAssignee(from)
                .taskOwner(from)
                .endOr()
                .list()
                .forEach(task -> {
                    String holder = task.getAssignee();
                    if (task.getOwner() != null) {
                        taskService.deleteUserIdentityLink(task.getId(), task.getOwner(), IdentityLinkType.OWNER);
                    }
                    taskService.setAssignee(task.getId(), to == null ? null : to.login());
                    visibility.hideFrom(task.getId(), holder);
                });
    }
}
