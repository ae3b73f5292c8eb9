package io.konsens.agreement.process;

import io.konsens.agreement.application.StandIns;
import io.konsens.agreement.application.Step;
import io.konsens.agreement.application.Steps;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.EventType;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens when a step takes longer than table {@code deadlines} allows. The step itself goes on. */
@Configuration
class TimerListeners {

    private static final int REMINDED = 60;
    static final int ESCALATED = 90;
    private static final Set<Step> OF_PROCESS_OWNERS = EnumSet.of(Step.RESOLVE_DISPUTE, Step.CORRECT_HANDOVER);

    private final Steps steps;
    private final TaskService taskService;
    private final StepNotices notices;
    private final Agreements agreements;
    private final StandIns standIns;

    TimerListeners(
            Steps steps, TaskService taskService, StepNotices notices, Agreements agreements, StandIns standIns) {
        this.steps = steps;
        this.agreements = agreements;
        this.standIns = standIns;
        this.notices = notices;
        this.taskService = taskService;
    }

    /** Moves the task up in everybody's list, and tells whose it is. */
    @Bean
    ExecutionListener reminder() {
        return boundary -> notices.remind(boundary, noteAndLift(boundary, EventType.REMINDED, REMINDED));
    }

    /**
     * Moves the task to the top, and shows it to the next one up and tells them: the manager, or above the manager the
     * mediator. A dispute is open to the process owners from the start, and the manager is a party to it; the hand-over is
     * no matter between the two: of both the process owners are told.
     */
    @Bean
    ExecutionListener escalation() {
        return boundary -> {
            Task task = noteAndLift(boundary, EventType.ESCALATED, ESCALATED);
            String manager = (String) boundary.getVariable(ProcessNames.MANAGER);
            String whose = task.getOwner() == null ? task.getAssignee() : task.getOwner();
            String next =
                    manager.equals(whose) ? (String) boundary.getVariable(ProcessNames.DISPUTE_RESOLVER) : manager;
            if (next == null || OF_PROCESS_OWNERS.contains(ProcessNames.STEPS.get(task.getTaskDefinitionKey()))) {
                notices.escalate(boundary, task, Set.of());
            } else {
                taskService.addCandidateUser(task.getId(), next);
                notices.escalate(boundary, task, Set.of(next.equals(manager) ? managerPresent(boundary) : next));
            }
        };
    }

    /** The manager's login; while they are away, their substitute's, who finds the agreement, not the task. */
    private String managerPresent(DelegateExecution boundary) {
        Agreements.Pulse agreement =
                agreements.pulse(boundary.getProcessBusinessKey()).orElseThrow();
        return standIns.managerPresent(agreement.managerId(), agreement.repId())
                .orElseThrow()
                .login();
    }

    private Task noteAndLift(DelegateExecution boundary, EventType type, int priority) {
        ActivityImpl timer = ((ExecutionEntity) boundary).getActivity();
        String userTask = timer.getEventScope().getId();
        steps.note(boundary.getProcessBusinessKey(), type, ProcessNames.stem(userTask));
        Task task = taskService
                .createTaskQuery()
                .processInstanceId(boundary.getProcessInstanceId())
                .taskDefinitionKey(userTask)
                .singleResult();
        taskService.setPriority(task.getId(), Math.max(priority, task.getPriority()));
        return task;
    }
}
