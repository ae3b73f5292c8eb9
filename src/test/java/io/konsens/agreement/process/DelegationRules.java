package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.application.DelegateStep;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.EventType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One step goes to somebody else, and comes back. */
@SuppressWarnings("NullAway.Init")
abstract class DelegationRules extends ProcessRules {

    @Autowired
    private DelegateStep delegateStep;

    @Test
    void a_step_is_handed_over_with_a_reason_and_done_in_its_owners_name() {
        Negotiation negotiation = negotiation();

        handOver(negotiation, "r1", "R2");

        assertThat(task(negotiation, "planTargets")).isAssignedTo("r2");
        negotiation.plannedBy("r2");
        assertThat(negotiation.events(EventType.STEP_HANDED_OVER))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.by()).isEqualTo("r1");
                    assertThat(event.from()).isEqualTo("R1");
                    assertThat(event.to()).isEqualTo("R2");
                    assertThat(event.reason()).isEqualTo("I am at the fair");
                });
        assertThat(negotiation.events(EventType.STEP_COMPLETED))
                .singleElement()
                .satisfies(event -> assertThat(event.onBehalfOf()).isEqualTo("r1"));
    }

    @Test
    void it_was_this_step_only() {
        Negotiation negotiation = negotiation();
        handOver(negotiation, "r1", "R2");
        negotiation.plannedBy("r2").reviewedWithProposals();

        assertThat(task(negotiation, "answerProposals")).isAssignedTo("r1");
        assertThatThrownBy(() -> negotiation.submitted("r2", Map.of())).hasMessageContaining("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"r1, STEP_TAKEN_BACK", "r2, STEP_GIVEN_BACK"})
    void it_is_taken_back_or_given_back(String who, EventType recorded) {
        Negotiation negotiation = negotiation();
        handOver(negotiation, "r1", "R2");

        giveBack(negotiation, who);

        assertThat(task(negotiation, "planTargets")).isAssignedTo("r1");
        assertThat(task(negotiation, "planTargets").getOwner()).isNull();
        assertThat(negotiation.events(recorded)).singleElement().satisfies(event -> {
            assertThat(event.by()).isEqualTo(who);
            assertThat(event.from()).isEqualTo("R2");
            assertThat(event.to()).isEqualTo("R1");
        });
        assertThat(team.as(
                        "r2",
                        () -> taskService
                                .createTaskQuery()
                                .processInstanceBusinessKey(negotiation.id())
                                .count()))
                .isZero();
        assertThatThrownBy(() -> negotiation.plannedBy("r2")).hasMessageContaining("NOT_FOUND");
        negotiation.planned();
    }

    @Test
    void who_has_it_from_somebody_gives_it_back_but_not_on() {
        Negotiation negotiation = negotiation();
        handOver(negotiation, "r1", "R2");

        assertThatThrownBy(() -> handOver(negotiation, "r2", "R3")).hasMessageContaining("delegation.noChain");
    }

    @ParameterizedTest
    @CsvSource({
        "planTargets,  r1, R3, delegation.notTo",
        "planTargets,  r1, R1, delegation.notTo",
        "planTargets,  r1, M1, substitute.bothSides",
        "planTargets,  r1, R9, delegation.unknown",
        "planTargets,  m1, M2, step.notYoursNow",
        "reviewPlan,   m1, R2, delegation.notTo",
        "reviewPlan,   m1, R1, substitute.bothSides",
        "confirmRep,   r1, R2, substitute.confirmationIsPersonal",
    })
    void to_nobody_who_may_not_have_it(String step, String who, String to, String why) {
        Negotiation negotiation = negotiation().at(step);

        assertThatThrownBy(() -> handOver(negotiation, who, to)).hasMessageContaining(why);
        assertThat(negotiation.events(EventType.STEP_HANDED_OVER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"M2, m2", "B, b"})
    void a_review_goes_to_a_peer_or_to_the_managers_manager(String to, String login) {
        Negotiation negotiation = negotiation().planned();
        handOver(negotiation, "m1", to);

        negotiation.reviewedWithoutProposalsBy(login).confirmed("m1").confirmed("r1");

        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);
    }

    @Test
    void a_stranger_neither_takes_nor_gives() {
        Negotiation negotiation = negotiation();
        handOver(negotiation, "r1", "R2");

        assertThatThrownBy(() -> giveBack(negotiation, "r3")).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> giveBack(negotiation, "m1")).hasMessageContaining("step.notYoursNow");
        assertThat(task(negotiation, "planTargets")).isAssignedTo("r2");
    }

    private void handOver(Negotiation negotiation, String by, String to) {
        team.as(
                by,
                () -> delegateStep.handOver(
                        negotiation.id(),
                        new StepInput(Map.of("to", to, "reason", "I am at the fair")),
                        team.caller(by)));
    }

    private void giveBack(Negotiation negotiation, String by) {
        team.as(
                by,
                () -> delegateStep.giveBack(
                        negotiation.id(), new StepInput(Map.of("reason", "Done there")), team.caller(by)));
    }
}
