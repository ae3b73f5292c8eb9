package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.platform.Refusal;
import io.konsens.testing.SalesTeam;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody tries to move an agreement past its rules, straight at the engine's services. */
abstract class TamperingRules extends ProcessRules {

    @Autowired
    private FormService formService;

    @ParameterizedTest
    @ValueSource(
            strings = {"openProposals", "openDeviations", "round", "roundsAllowed", "manager", "agreementId", "declined"
            })
    void variables_sent_with_a_step_are_refused_and_change_nothing(String forged) {
        Negotiation negotiation = negotiation();
        String taskId = task(negotiation, "planTargets").getId();
        Map<String, Object> before = variables(negotiation);

        assertThatThrownBy(as("r1", () -> taskService.complete(taskId, Map.of(forged, "9"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("task.inputUnknown");
        assertThatThrownBy(as("r1", () -> formService.submitTaskForm(taskId, Map.of(forged, "9"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("task.inputUnknown");

        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_planTargets");
        assertThat(variables(negotiation)).isEqualTo(before);
    }

    @Test
    void what_a_step_accepts_never_becomes_a_variable() {
        Negotiation negotiation = negotiation().inAlignment();

        negotiation.submitted("m1", Map.of("consensus", "false", "comment", "We part as friends"));

        assertThat(historyService
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(negotiation.instance().getId())
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .contains("consensus")
                .doesNotContain("comment", "confirm", "reason");
        assertThat(negotiation.instance()).variables().containsEntry("consensus", false);
    }

    @Test
    void nobody_writes_variables_past_the_steps() {
        Negotiation negotiation = negotiation();
        String taskId = task(negotiation, "planTargets").getId();
        String instanceId = negotiation.instance().getId();

        for (String login : List.of("r1", "m1", SalesTeam.OWNER)) {
            assertThatThrownBy(as(login, () -> taskService.setVariable(taskId, "round", 9)))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(as(login, () -> taskService.setVariableLocal(taskId, "round", 9)))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(as(login, () -> runtimeService.setVariable(instanceId, "round", 9)))
                    .isInstanceOf(AuthorizationException.class);
        }
        assertThat(negotiation.instance()).variables().containsEntry("round", 1);
    }

    @ParameterizedTest
    @CsvSource({"planTargets, r2", "planTargets, m1", "planTargets, b", "reviewPlan, r1", "reviewPlan, m2"})
    void a_step_can_only_be_completed_by_whom_it_belongs_to(String step, String wrong) {
        Negotiation negotiation = negotiation().at(step);
        AgreementState before = negotiation.state();
        String taskId = task(negotiation, step).getId();

        assertThatThrownBy(as(wrong, () -> taskService.complete(taskId))).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> negotiation.submitted(wrong, Map.of())).isInstanceOf(Refusal.class);

        assertThat(negotiation.instance()).isWaitingAtExactly(ProcessNames.elementId(step));
        assertThat(negotiation.state()).isEqualTo(before);
    }

    @Test
    void nobody_confirms_for_the_other_side() {
        Negotiation negotiation = negotiation().inConfirmation();
        String repsTask = task(negotiation, "confirmRep").getId();
        String managersTask = task(negotiation, "confirmManager").getId();

        assertThatThrownBy(as("m1", () -> taskService.complete(repsTask, Map.of("confirm", true))))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(as("r1", () -> taskService.complete(managersTask, Map.of("confirm", true))))
                .isInstanceOf(AuthorizationException.class);

        assertThat(negotiation.agreement().confirmations()).isEmpty();
    }

    @Test
    void a_step_cannot_be_given_away_or_ended_by_error() {
        Negotiation negotiation = negotiation();
        String taskId = task(negotiation, "planTargets").getId();

        assertThatThrownBy(as("r1", () -> taskService.setAssignee(taskId, "r2")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(as("r1", () -> taskService.delegateTask(taskId, "r2")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(as("r1", () -> taskService.handleBpmnError(taskId, "confirmationDeclined")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(as("r1", () -> taskService.handleEscalation(taskId, "any")))
                .isInstanceOf(Refusal.class);

        assertThat(task(negotiation, "planTargets")).isAssignedTo("r1");
    }

    @Test
    void instances_begin_end_and_move_by_our_use_cases_only() {
        Negotiation negotiation = negotiation();
        String instanceId = negotiation.instance().getId();

        for (String login : List.of("r1", "m1", SalesTeam.OWNER)) {
            assertThatThrownBy(as(login, () -> runtimeService.startProcessInstanceByKey(ProcessNames.PROCESS)))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(as(login, () -> runtimeService.deleteProcessInstance(instanceId, "enough")))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(as(
                            login,
                            () -> runtimeService
                                    .createProcessInstanceModification(instanceId)
                                    .startBeforeActivity("serviceTask_freezeFigures")
                                    .execute()))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(as(
                            login,
                            () -> runtimeService
                                    .createMessageCorrelation(ProcessNames.MESSAGE_WITHDRAWN)
                                    .processInstanceId(instanceId)
                                    .correlate()))
                    .isInstanceOf(AuthorizationException.class);
        }
        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_planTargets");
    }

    private Map<String, Object> variables(Negotiation negotiation) {
        return runtimeService.getVariables(negotiation.instance().getId());
    }

    private ThrowingCallable as(String login, Runnable attempt) {
        return () -> team.as(login, attempt);
    }
}
