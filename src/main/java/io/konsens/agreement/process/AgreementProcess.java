package io.konsens.agreement.process;

import io.konsens.agreement.application.NegotiationProcess;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.platform.AsSystem;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Speaks to the engine in the words of the negotiation. The business key is the agreement's id. */
@Component
class AgreementProcess implements NegotiationProcess {

    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final TaskService taskService;
    private final AsSystem asSystem;
    private final CurrentCaller currentCaller;

    AgreementProcess(
            RuntimeService runtimeService,
            RepositoryService repositoryService,
            TaskService taskService,
            AsSystem asSystem,
            CurrentCaller currentCaller) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.taskService = taskService;
        this.asSystem = asSystem;
        this.currentCaller = currentCaller;
    }

    @Override
    public int latestVersion() {
        return asSystem.call(() -> repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(ProcessNames.PROCESS)
                .latestVersion()
                .singleResult()
                .getVersion());
    }

    @Override
    public void start(TargetAgreement agreement, Employee rep, Employee manager, @Nullable Employee mediator) {
        VariableMap variables = Variables.createVariables()
                .putValue(ProcessNames.AGREEMENT_ID, agreement.agreementId())
                .putValue(ProcessNames.PERIOD_ID, agreement.periodId())
                .putValue(ProcessNames.REP, rep.login())
                .putValue(ProcessNames.REP_NAME, rep.name())
                .putValue(ProcessNames.ORG_UNIT, rep.orgUnit())
                .putValue(ProcessNames.SENIORITY, rep.seniority())
                .putValue(ProcessNames.ROUND, agreement.round())
                .putValue(ProcessNames.OPEN_PROPOSALS, 0)
                .putValue(ProcessNames.OPEN_DEVIATIONS, 0)
                .putValue(ProcessNames.DEVIATION_PERCENT, null);
        variables.putAll(ProcessNames.managed(manager, mediator));
        agreement.ruleVersions().forEach((key, version) -> variables.put(key + ProcessNames.VERSION, version));
        asSystem.run(() ->
                runtimeService.startProcessInstanceByKey(ProcessNames.PROCESS, agreement.agreementId(), variables));
    }

    @Override
    public void completeStep(String agreementId, Map<String, Object> input) {
        Caller caller = currentCaller.get();
        List<Task> mine = Stream.<UnaryOperator<TaskQuery>>of(
                        query -> query.taskAssignee(caller.userId()),
                        query -> query.taskCandidateUser(caller.userId()).includeAssignedTasks(),
                        query -> query.taskCandidateGroupIn(List.copyOf(caller.groups())))
                .map(whose -> whose.apply(openSteps(agreementId)).list())
                .flatMap(List::stream)
                .toList();
        if (mine.isEmpty()) {
            throw Refusal.conflict("step.notYoursNow");
        }
        taskService.complete(mine.get(0).getId(), input);
    }

    private TaskQuery openSteps(String agreementId) {
        return taskService
                .createTaskQuery()
                .processDefinitionKey(ProcessNames.PROCESS)
                .processInstanceBusinessKey(agreementId);
    }

    @Override
    public void withdraw(String agreementId, String reason) {
        send(agreementId, ProcessNames.MESSAGE_WITHDRAWN, Map.of(ProcessNames.REASON, reason));
    }

    @Override
    public void reassign(String agreementId, String newManagerId, String reason) {
        send(
                agreementId,
                ProcessNames.MESSAGE_REASSIGNED,
                Map.of(ProcessNames.REASON, reason, ProcessNames.NEW_MANAGER, newManagerId));
    }

    @Override
    public Optional<OpenStep> openStep(String taskId) {
        return Optional.ofNullable(taskService.createTaskQuery().taskId(taskId).singleResult())
                .flatMap(task -> Optional.ofNullable(asSystem.call(() -> runtimeService
                                .createProcessInstanceQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .processDefinitionKey(ProcessNames.PROCESS)
                                .singleResult()))
                        .map(instance -> new OpenStep(
                                instance.getBusinessKey(), ProcessNames.stem(task.getTaskDefinitionKey()))));
    }

    private void send(String agreementId, String message, Map<String, Object> variables) {
        try {
            asSystem.run(() -> runtimeService
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(agreementId)
                    .setVariables(variables)
                    .correlate());
        } catch (MismatchingMessageCorrelationException e) {
            throw Refusal.conflict("step.ended");
        }
    }
}
