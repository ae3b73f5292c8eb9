package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.EventType;
import io.konsens.platform.Refusal;
import io.konsens.testing.SalesTeam;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The two messages with which a process owner moves a running agreement. */
abstract class LeadRules extends ProcessRules {

    @Autowired
    private LeadAgreement leadAgreement;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "planTargets",
                "reviewPlan",
                "answerProposals",
                "alignTargets",
                "resolveDispute",
                "confirmRep",
                "confirmManager"
            })
    void an_agreement_can_be_withdrawn_in_every_step(String step) {
        Negotiation negotiation = negotiation().at(step);
        String instance = negotiation.instance().getId();

        withdraw(negotiation);

        assertThat(negotiation.hasEnded()).isTrue();
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId("endEvent_withdrawn")
                        .count())
                .isEqualTo(1);
        assertThat(negotiation.state()).isEqualTo(AgreementState.WITHDRAWN);
        assertThat(negotiation.events(EventType.STATE_CHANGED)).last().satisfies(event -> {
            assertThat(event.by()).isEqualTo(SalesTeam.OWNER);
            assertThat(event.reason()).isEqualTo("Rita leaves");
        });
    }

    @Test
    void what_both_confirmed_is_not_withdrawn_and_is_still_handed_over() {
        Negotiation negotiation = negotiation().agreed();

        assertThatThrownBy(() -> withdraw(negotiation)).isInstanceOf(Refusal.class);
        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);

        runJobs(negotiation);
        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
    }

    @Test
    void an_agreement_that_has_ended_can_be_neither_withdrawn_nor_reassigned() {
        Negotiation negotiation = negotiation();
        withdraw(negotiation);

        assertThatThrownBy(() -> withdraw(negotiation)).hasMessageContaining("step.ended");
        assertThatThrownBy(() -> reassign(negotiation, "M2")).hasMessageContaining("step.ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"planTargets", "reviewPlan", "answerProposals", "alignTargets", "confirmManager"})
    void a_new_manager_takes_over_in_every_step_and_the_negotiation_goes_on(String step) {
        Negotiation negotiation = negotiation().at(step);
        AgreementState before = negotiation.state();
        String taskId = task(negotiation, step).getId();
        boolean managersTask = "m1".equals(task(negotiation, step).getAssignee());

        reassign(negotiation, "M2");

        assertThat(negotiation.instance())
                .isWaitingAt(ProcessNames.elementId(step))
                .hasPassed("eventSubProcess_reassign")
                .variables()
                .containsEntry("manager", "m2")
                .containsEntry("managerName", "Mia Moll")
                .doesNotContainKeys("reason", "newManager");
        assertThat(task(negotiation, step)).isAssignedTo(managersTask ? "m2" : "r1");
        assertThat(task(negotiation, step).getId()).isEqualTo(taskId);
        assertThat(negotiation.state()).isEqualTo(before);
        assertThat(negotiation.events(EventType.REASSIGNED)).singleElement().satisfies(event -> {
            assertThat(event.from()).isEqualTo("M1");
            assertThat(event.to()).isEqualTo("M2");
        });
    }

    @Test
    void after_a_change_only_the_new_manager_may_act() {
        Negotiation negotiation = negotiation().planned();
        reassign(negotiation, "M2");

        assertThatThrownBy(() -> negotiation.submitted("m1", Map.of())).isInstanceOf(Refusal.class);

        negotiation.reviewedWithoutProposals().confirmed("m2").confirmed("r1");
        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);
    }

    @Test
    void an_open_dispute_moves_to_the_one_above_the_new_manager() {
        Negotiation negotiation = negotiation().inDispute();

        reassign(negotiation, "B");

        assertThat(task(negotiation, "resolveDispute")).isNotAssigned();
        negotiation.resolved(SalesTeam.OWNER, "MEDIATED");
        assertThat(task(negotiation, "alignTargets")).isAssignedTo("b");
    }

    @Test
    void only_process_owners_withdraw_or_reassign() {
        Negotiation negotiation = negotiation();

        for (String login : new String[] {"r1", "m1", "b"}) {
            assertThatThrownBy(() -> team.as(
                            login,
                            () -> leadAgreement.withdraw(
                                    negotiation.id(), new StepInput(Map.of("reason", "No")), team.caller(login))))
                    .hasMessageContaining("refusal.onlyProcessOwner");
        }
        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_planTargets");
    }

    private void withdraw(Negotiation negotiation) {
        team.as(
                SalesTeam.OWNER,
                () -> leadAgreement.withdraw(
                        negotiation.id(),
                        new StepInput(Map.of("reason", "Rita leaves")),
                        team.caller(SalesTeam.OWNER)));
    }

    private void reassign(Negotiation negotiation, String managerId) {
        team.as(
                SalesTeam.OWNER,
                () -> leadAgreement.reassign(
                        negotiation.id(),
                        new StepInput(Map.of("managerId", managerId, "reason", "Max is promoted")),
                        team.caller(SalesTeam.OWNER)));
    }
}
