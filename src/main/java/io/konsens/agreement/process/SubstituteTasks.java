package io.konsens.agreement.process;

import io.konsens.agreement.application.Delegation;
import io.konsens.agreement.application.Delegations;
import io.konsens.agreement.application.HeldSteps.HeldStep;
import io.konsens.agreement.application.StandIns;
import io.konsens.agreement.application.Step;
import io.konsens.agreement.domain.Agreements;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Substitutes;
import io.konsens.planning.Substitution;
import io.konsens.planning.SubstitutionChanged;
import io.konsens.platform.AsSystem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the task list follow who stands in for whom: on the first day open tasks go to the substitute, new ones as they
 * come, and what is left comes back after the last. The list may be a minute behind the calendar; what anybody may do
 * never is, because that is asked of {@link StandIns} when they do it.
 */
@Component
class SubstituteTasks {

    private final TaskService taskService;
    private final EngineSteps steps;
    private final Agreements agreements;
    private final Delegations delegations;
    private final StandIns standIns;
    private final Substitutes substitutes;
    private final Organisation organisation;
    private final TaskVisibility visibility;
    private final AsSystem asSystem;

    SubstituteTasks(
            TaskService taskService,
            EngineSteps steps,
            Agreements agreements,
            Delegations delegations,
            StandIns standIns,
            Substitutes substitutes,
            Organisation organisation,
            TaskVisibility visibility,
            AsSystem asSystem) {
        this.taskService = taskService;
        this.steps = steps;
        this.agreements = agreements;
        this.delegations = delegations;
        this.standIns = standIns;
        this.substitutes = substitutes;
        this.organisation = organisation;
        this.visibility = visibility;
        this.asSystem = asSystem;
    }

    @Scheduled(
            fixedDelayString = "${konsens.delegation.look-every}",
            initialDelayString = "${konsens.delegation.look-every}")
    void lookAtTheCalendar() {
        substitutes.tellOfNewDay();
    }

    @EventListener
    void follow(SubstitutionChanged changed) {
        Substitution substitution = changed.substitution();
        Employee absent = organisation.employee(substitution.absentId()).orElseThrow();
        Employee substitute = organisation.employee(substitution.substituteId()).orElseThrow();
        switch (substitution.state(substitutes.today())) {
            case PLANNED -> {}
            case RUNNING -> asSystem.run(() -> begin(absent, substitute));
            case OVER -> end(absent, substitute);
        }
        substitutes.told(substitution);
    }

    private void begin(Employee absent, Employee substitute) {
        tasks().taskAssignee(absent.login()).list().forEach(this::giveOn);
        talks(absent)
                .filter(task -> substituteFor(agreementId(task), task.getTaskDefinitionKey(), absent.login())
                        .isPresent())
                .forEach(task -> taskService.addCandidateUser(task.getId(), substitute.login()));
    }

    private void end(Employee absent, Employee substitute) {
        List<Task> talks = asSystem.call(() -> {
            tasks().taskOwner(absent.login())
                    .taskAssignee(substitute.login())
                    .list()
                    .forEach(this::takeBack);
            List<Task> open = talks(absent).toList();
            open.forEach(task -> taskService.deleteCandidateUser(task.getId(), substitute.login()));
            return open;
        });
        // Only once the engine has written that: who is still offered a task keeps it.
        asSystem.run(() -> talks.forEach(task -> visibility.hideFrom(task.getId(), substitute.login())));
    }

    /** A new task goes to the substitute at once. */
    void giveOn(DelegateTask task) {
        substituteFor(task.getExecution().getProcessBusinessKey(), task.getTaskDefinitionKey(), task.getAssignee())
                .ifPresent(substitute -> {
                    task.setOwner(task.getAssignee());
                    task.setAssignee(substitute.login());
                });
        if (ProcessNames.STEPS.get(task.getTaskDefinitionKey()) == Step.ALIGN_TARGETS) {
            substituteFor(task.getExecution().getProcessBusinessKey(), task.getTaskDefinitionKey(), (String)
                            task.getVariable(ProcessNames.REP))
                    .ifPresent(substitute -> task.addCandidateUser(substitute.login()));
        }
    }

    /** The talk is the manager's task, offered to the rep: their substitute takes part as they would. */
    private Stream<Task> talks(Employee rep) {
        return tasks()
                .taskDefinitionKey(ProcessNames.elementId(ProcessNames.stem(Step.ALIGN_TARGETS)))
                .processVariableValueEquals(ProcessNames.REP, rep.login())
                .list()
                .stream();
    }

    /** An open task may have been given to somebody who is away: then it goes on to their substitute. */
    void giveOn(Task task) {
        if (task.getOwner() == null && EngineSteps.isStep(task)) {
            substituteFor(agreementId(task), task.getTaskDefinitionKey(), task.getAssignee())
                    .ifPresent(
                            substitute -> steps.give(EngineSteps.held(task), task.getAssignee(), substitute.login()));
        }
    }

    private Optional<Employee> substituteFor(String agreementId, String taskKey, String assignee) {
        return Optional.ofNullable(assignee)
                .flatMap(organisation::employeeByLogin)
                .filter(absent -> substitutes.substituteOf(absent.employeeId()).isPresent())
                .flatMap(absent -> agreements
                        .find(agreementId)
                        .flatMap(agreement ->
                                standIns.substituteFor(agreement, ProcessNames.STEPS.get(taskKey), absent)));
    }

    /** What was handed over on purpose stays where it is. */
    private void takeBack(Task task) {
        HeldStep held = EngineSteps.held(task);
        if (delegations.of(agreementId(task)).stream().map(Delegation::step).noneMatch(held.step()::equals)) {
            steps.giveBack(held);
        }
    }

    private String agreementId(Task task) {
        return (String) taskService.getVariable(task.getId(), ProcessNames.AGREEMENT_ID);
    }

    private TaskQuery tasks() {
        return taskService.createTaskQuery().processDefinitionKeyIn(ProcessNames.PROCESSES);
    }
}
