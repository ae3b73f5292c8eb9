package io.konsens.agreement.process;

import io.konsens.agreement.application.NegotiationProcess;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.AsSystem;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
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
    private final ManagementService managementService;
    private final Organisation organisation;
    private final AsSystem asSystem;
    private final CallersTasks callersTasks;

    AgreementProcess(
            RuntimeService runtimeService,
            RepositoryService repositoryService,
            TaskService taskService,
            ManagementService managementService,
            Organisation organisation,
            AsSystem asSystem,
            CallersTasks callersTasks) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.taskService = taskService;
        this.managementService = managementService;
        this.organisation = organisation;
        this.asSystem = asSystem;
        this.callersTasks = callersTasks;
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
        asSystem.run(() -> runtimeService.startProcessInstanceByKey(
                ProcessNames.PROCESS, agreement.agreementId(), variables(agreement, rep, manager, mediator)));
    }

    private static VariableMap variables(
            TargetAgreement agreement, Employee rep, Employee manager, @Nullable Employee mediator) {
        VariableMap variables = Variables.createVariables()
                .putValue(ProcessNames.AGREEMENT_ID, agreement.agreementId())
                .putValue(ProcessNames.PERIOD_ID, agreement.periodId())
                .putValue(ProcessNames.REVISION, agreement.revision())
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
        return variables;
    }

    @Override
    public void handOver(TargetAgreement agreement) {
        asSystem.run(() -> {
            ProcessInstance running = runtimeService
                    .createProcessInstanceQuery()
                    .processDefinitionKey(ProcessNames.HANDOVER_PROCESS)
                    .processInstanceBusinessKey(agreement.agreementId())
                    .singleResult();
            if (running == null) {
                begin(agreement);
            } else {
                goOn(running);
            }
        });
    }

    private void begin(TargetAgreement agreement) {
        Employee rep = organisation.employee(agreement.repId()).orElseThrow();
        Employee manager = organisation.employee(agreement.managerId()).orElse(rep);
        runtimeService.startProcessInstanceByKey(
                ProcessNames.HANDOVER_PROCESS, agreement.agreementId(), variables(agreement, rep, manager, null));
    }

    /** Nobody need correct what is sent again anyway, and what failed for good gets another try. */
    private void goOn(ProcessInstance running) {
        String correction = ProcessNames.elementId("correctHandover");
        if (!runtimeService.getActiveActivityIds(running.getId()).contains(correction)) {
            managementService
                    .createJobQuery()
                    .processInstanceId(running.getId())
                    .messages()
                    .list()
                    .forEach(this::tryNow);
            return;
        }
        taskService
                .createTaskQuery()
                .processInstanceId(running.getId())
                .taskDefinitionKey(correction)
                .list()
                .forEach(task -> taskService.complete(task.getId()));
    }

    @Override
    public void completeStep(String agreementId, Map<String, Object> input) {
        List<Task> mine = callersTasks.mine(() -> openSteps(agreementId));
        if (mine.isEmpty()) {
            throw Refusal.conflict("step.notYoursNow");
        }
        try {
            taskService.complete(mine.get(0).getId(), input);
        } catch (NullValueException taskIsGone) {
            // Completed by another request since it was looked for.
            throw Refusal.conflict("step.changedMeanwhile");
        }
    }

    /** Leaves a job alone that is running this very moment. */
    private void tryNow(Job job) {
        if (job.getRetries() == 0) {
            managementService.setJobRetries(job.getId(), 1);
        }
        if (job.getDuedate() != null && job.getDuedate().after(ClockUtil.getCurrentTime())) {
            managementService.setJobDuedate(job.getId(), null);
        }
    }

    private TaskQuery openSteps(String agreementId) {
        return taskService
                .createTaskQuery()
                .processDefinitionKeyIn(ProcessNames.PROCESSES)
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

    /**
     * The token is moved, not led there by a drawn flow: from wherever an interrupting event caught it, BPMN knows no way back
     * into the same process.
     */
    @Override
    public void planAgain(String agreementId) {
        asSystem.run(() -> {
            List<Task> open = openSteps(agreementId).list();
            ProcessInstanceModificationBuilder modification = runtimeService
                    .createProcessInstanceModification(open.get(0).getProcessInstanceId())
                    .setAnnotation("planAgain");
            open.stream().map(Task::getTaskDefinitionKey).distinct().forEach(modification::cancelAllForActivity);
            modification
                    .startBeforeActivity(ProcessNames.elementId("planTargets"))
                    .execute();
        });
    }

    @Override
    public Optional<String> agreementOfTask(String taskId) {
        return Optional.ofNullable(taskService.createTaskQuery().taskId(taskId).singleResult())
                .flatMap(task -> Optional.ofNullable(asSystem.call(() -> runtimeService
                                .createProcessInstanceQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .processDefinitionKeyIn(ProcessNames.PROCESSES)
                                .singleResult()))
                        .map(ProcessInstance::getBusinessKey));
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
