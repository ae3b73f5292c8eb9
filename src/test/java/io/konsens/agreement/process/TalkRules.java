package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.EventType;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import io.konsens.testing.SalesTeam;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The talk about what still deviates, and what happens if it leads nowhere. */
abstract class TalkRules extends ProcessRules {

    @Test
    void consensus_freezes_the_figures_the_talk_arrived_at() {
        Negotiation negotiation = negotiation().inAlignment().aligned();

        assertThat(negotiation.instance()).isWaitingAt("userTask_confirmRep", "userTask_confirmManager");
        assertThat(negotiation.agreement().lines())
                .allSatisfy(line -> assertThat(line.agreed()).isNotNull());
    }

    @Test
    void the_rep_too_may_record_the_outcome_of_the_talk() {
        Negotiation negotiation = negotiation().inAlignment();

        assertThat(taskService
                        .createTaskQuery()
                        .processInstanceBusinessKey(negotiation.id())
                        .taskCandidateUser("r1")
                        .includeAssignedTasks()
                        .singleResult())
                .isAssignedTo("m1");
        negotiation.figuresAligned("r1").submitted("r1", Map.of("consensus", true));

        assertThat(negotiation.state()).isEqualTo(AgreementState.CONFIRMATION);
    }

    @Test
    void consensus_needs_a_figure_on_every_line_that_deviates() {
        Negotiation negotiation = negotiation().inAlignment();

        assertThatThrownBy(() -> negotiation.submitted("m1", Map.of("consensus", true)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line.agreedMissing");
        assertThatThrownBy(() -> negotiation.submitted("m1", Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("step.decisionMissing");
        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_alignTargets");
    }

    @Test
    void a_dispute_goes_to_the_managers_manager() {
        Negotiation negotiation = negotiation().inDispute();

        assertThat(negotiation.state()).isEqualTo(AgreementState.DISPUTE);
        assertThat(task(negotiation, "resolveDispute")).isAssignedTo("b");
    }

    @Test
    void a_mediated_dispute_returns_to_the_talk() {
        Negotiation negotiation = negotiation().inDispute().resolved("b", "MEDIATED");

        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_alignTargets");
        assertThat(negotiation.state()).isEqualTo(AgreementState.ALIGNMENT);
        assertThat(negotiation.aligned().state()).isEqualTo(AgreementState.CONFIRMATION);
    }

    @Test
    void assigned_targets_end_the_negotiation_and_are_never_called_agreed() {
        Negotiation negotiation = negotiation().inDispute();
        String instance = negotiation.instance().getId();

        negotiation.resolved("b", "ASSIGNED");

        assertThat(negotiation.hasEnded()).isTrue();
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId("endEvent_assigned")
                        .count())
                .isEqualTo(1);
        assertThat(negotiation.state()).isEqualTo(AgreementState.ASSIGNED);
        assertThat(negotiation.events(EventType.CONFIRMED)).isEmpty();
        assertThat(negotiation.agreement().confirmations()).isEmpty();
    }

    @Test
    void where_nobody_is_above_the_manager_the_process_owners_resolve_the_dispute() {
        Negotiation negotiation = negotiation("R3").inDispute();

        assertThat(task(negotiation, "resolveDispute")).isNotAssigned().hasCandidateGroup(Groups.PROCESS_OWNER);
        negotiation.resolved(SalesTeam.OWNER, "MEDIATED");

        assertThat(negotiation.state()).isEqualTo(AgreementState.ALIGNMENT);
    }

    @Test
    void the_two_sides_do_not_resolve_their_own_dispute() {
        Negotiation negotiation = negotiation().inDispute();

        for (String party : new String[] {"r1", "m1"}) {
            assertThatThrownBy(() -> negotiation.resolved(party, "ASSIGNED")).isInstanceOf(Refusal.class);
        }
        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_resolveDispute");
    }
}
