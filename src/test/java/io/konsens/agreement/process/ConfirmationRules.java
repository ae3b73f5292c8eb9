package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Confirmation;
import io.konsens.agreement.domain.EventType;
import io.konsens.platform.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both confirm the same frozen figures, or neither does. */
abstract class ConfirmationRules extends ProcessRules {

    @Test
    void one_confirmation_alone_agrees_nothing() {
        Negotiation negotiation = negotiation().inConfirmation().confirmed("r1");

        assertThat(negotiation.instance())
                .isWaitingAt("userTask_confirmManager")
                .isNotWaitingAt("userTask_confirmRep");
        assertThat(negotiation.state()).isEqualTo(AgreementState.CONFIRMATION);
    }

    @Test
    void both_confirmations_make_the_agreement_whoever_comes_first() {
        Negotiation negotiation = negotiation().inConfirmation().confirmed("m1").confirmed("r1");

        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);
        assertThat(negotiation.instance())
                .hasPassed("subProcess_confirmation")
                .isWaitingAtExactly("callActivity_handOver");
        assertThat(negotiation.handover()).isWaitingAtExactly("serviceTask_transferToCrm", "serviceTask_transferToErp");
        assertThat(negotiation.agreement().confirmations())
                .extracting(Confirmation::sha256)
                .hasSize(2)
                .containsOnly(negotiation.agreement().sha256());
    }

    @Test
    void if_the_rep_declines_the_managers_confirmation_is_void_and_both_talk() {
        Negotiation negotiation = negotiation().inConfirmation().confirmed("m1").declined("r1");

        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_alignTargets");
        assertThat(negotiation.agreement().confirmations()).isEmpty();
        assertThat(negotiation.events(EventType.CONFIRMATION_VOIDED))
                .singleElement()
                .satisfies(event -> assertThat(event.from()).isEqualTo("m1"));
    }

    @Test
    void if_the_manager_declines_the_rep_is_no_longer_asked_to_confirm() {
        Negotiation negotiation = negotiation().inConfirmation().declined("m1");

        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_alignTargets");
        assertThatThrownBy(() -> negotiation.confirmed("r1")).isInstanceOf(Refusal.class);
        assertThat(negotiation.state()).isEqualTo(AgreementState.ALIGNMENT);
    }

    @Test
    void after_a_decline_both_confirm_anew() {
        Negotiation negotiation =
                negotiation().inConfirmation().confirmed("m1").declined("r1").aligned();

        assertThat(negotiation.instance()).isWaitingAt("userTask_confirmRep", "userTask_confirmManager");
        assertThat(negotiation.confirmed("r1").confirmed("m1").state()).isEqualTo(AgreementState.AGREED);
    }

    @Test
    void declining_needs_a_reason_and_silence_is_no_consent() {
        Negotiation negotiation = negotiation().inConfirmation();

        assertThatThrownBy(() -> negotiation.submitted("r1", Map.of("confirm", false)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("step.reasonMissing");
        assertThatThrownBy(() -> negotiation.submitted("r1", Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("step.decisionMissing");
        assertThat(negotiation.instance()).isWaitingAt("userTask_confirmRep", "userTask_confirmManager");
        assertThat(negotiation.agreement().confirmations()).isEmpty();
    }
}
