package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.planning.Substitutes;
import io.konsens.planning.Substitution;
import io.konsens.testing.SalesTeam;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody is away, and somebody else does their steps from the first day to the last. */
@SuppressWarnings("NullAway.Init")
abstract class SubstituteRules extends ProcessRules {

    @Autowired
    private Substitutes substitutes;

    @Autowired
    private AgreementAccess access;

    @Autowired
    private LeadAgreement leadAgreement;

    @AfterEach
    void theyAreBack() {
        everybodyIsBack();
    }

    @Test
    void an_open_step_goes_to_the_substitute_who_does_it_for_whom_it_belongs_to() {
        Negotiation negotiation = negotiation();

        away("R1", "R2");

        assertThat(task(negotiation, "planTargets")).isAssignedTo("r2");
        assertThat(task(negotiation, "planTargets").getOwner()).isEqualTo("r1");
        negotiation.plannedBy("r2");
        assertThat(negotiation.state()).isEqualTo(AgreementState.REVIEW);
        assertThat(negotiation.events(EventType.PLANNED)).allSatisfy(SubstituteRules::ralfForRita);
        assertThat(negotiation.events(EventType.STEP_COMPLETED))
                .singleElement()
                .satisfies(SubstituteRules::ralfForRita);
    }

    @Test
    void new_steps_go_to_the_substitute_as_they_come_and_are_named_in_the_record() {
        away("M1", "M2");
        Negotiation negotiation = negotiation().planned();

        assertThat(task(negotiation, "reviewPlan")).isAssignedTo("m2");
        assertThat(task(negotiation, "reviewPlan").getOwner()).isEqualTo("m1");
        negotiation.reviewedWithoutProposalsBy("m2").confirmed("m2").confirmed("r1");

        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);
        assertThat(negotiation.agreement().confirmations())
                .filteredOn(one -> one.by().equals("m2"))
                .singleElement()
                .satisfies(one -> assertThat(one.onBehalfOf()).isEqualTo("m1"));
    }

    @Test
    void a_reps_confirmation_waits_for_the_rep() {
        Negotiation negotiation = negotiation().inConfirmation();

        away("R1", "R2");

        assertThat(task(negotiation, "confirmRep")).isAssignedTo("r1");
        assertThatThrownBy(() -> negotiation.confirmed("r2")).hasMessageContaining("step.notYoursNow");
    }

    @Test
    void before_the_first_day_nothing_changes_on_it_everything_does() {
        Negotiation negotiation = negotiation();
        Substitution later = named("R1", "R2", 1, 5);

        assertThat(task(negotiation, "planTargets")).isAssignedTo("r1");
        assertThatThrownBy(() -> negotiation.plannedBy("r2")).hasMessageContaining("NOT_FOUND");

        jdbc.update(
                "update konsens.substitution set first_day = ? where substitution_id = ?",
                substitutes.today(),
                later.substitutionId());
        substitutes.tellOfNewDay();
        assertThat(task(negotiation, "planTargets")).isAssignedTo("r2");
    }

    @Test
    void after_the_last_day_what_is_left_comes_back_and_the_substitute_sees_nothing_any_more() {
        Negotiation negotiation = negotiation();
        Substitution substitution = away("R1", "R2");

        jdbc.update(
                "update konsens.substitution set first_day = ?, last_day = ? where substitution_id = ?",
                substitutes.today().minusDays(5),
                substitutes.today().minusDays(1),
                substitution.substitutionId());

        // The calendar decides at once, before the task list has followed.
        assertThatThrownBy(() -> negotiation.plannedBy("r2")).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> negotiation.submitted("r2", Map.of())).hasMessageContaining("NOT_FOUND");
        substitutes.tellOfNewDay();
        assertThat(task(negotiation, "planTargets")).isAssignedTo("r1");
        assertThat(task(negotiation, "planTargets").getOwner()).isNull();
        assertThat(tasksSeenBy("r2", negotiation)).isZero();
        negotiation.planned();
    }

    @Test
    void a_substitution_ended_early_gives_everything_back_at_once() {
        Negotiation negotiation = negotiation();
        Substitution substitution = away("R1", "R2");

        assertThatThrownBy(() -> team.as("r2", () -> substitutes.end(substitution.substitutionId(), team.caller("r2"))))
                .hasMessageContaining("NOT_FOUND");
        team.as("r1", () -> substitutes.end(substitution.substitutionId(), team.caller("r1")));

        assertThat(task(negotiation, "planTargets")).isAssignedTo("r1");
        assertThatThrownBy(() -> access.visible(negotiation.id(), team.caller("r2")))
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> team.as("r1", () -> substitutes.end(substitution.substitutionId(), team.caller("r1"))))
                .hasMessageContaining("substitute.over");
    }

    @Test
    void who_would_stand_in_for_both_sides_gets_neither_step() {
        away("R3", "M1");
        away("B", "M1");
        Negotiation both = negotiation("R3");
        assertThat(task(both, "planTargets")).isAssignedTo("r3");
        assertThatThrownBy(() -> both.plannedBy("m1")).hasMessageContaining("substitute.bothSides");
        assertThat(both.planned().state()).isEqualTo(AgreementState.REVIEW);
        assertThat(task(both, "reviewPlan")).isAssignedTo("b");
    }

    @Test
    void a_mediator_s_substitute_settles_the_dispute() {
        away("B", "M2");
        Negotiation negotiation = negotiation().inDispute();

        assertThat(task(negotiation, "resolveDispute")).isAssignedTo("m2");
        negotiation.resolved("m2", "MEDIATED");

        assertThat(negotiation.events(EventType.MEDIATED)).singleElement().satisfies(event -> {
            assertThat(event.by()).isEqualTo("m2");
            assertThat(event.onBehalfOf()).isEqualTo("b");
        });
    }

    @Test
    void a_rep_s_substitute_takes_part_in_the_talk() {
        Negotiation negotiation = negotiation().inAlignment();
        away("R1", "R2");

        negotiation.figuresAligned("r2").submitted("r2", Map.of("consensus", true));

        assertThat(negotiation.state()).isEqualTo(AgreementState.CONFIRMATION);
        assertThat(negotiation.events(EventType.CONSENSUS_REACHED))
                .singleElement()
                .satisfies(SubstituteRules::ralfForRita);
    }

    @Test
    void a_rep_s_substitute_takes_part_in_a_talk_that_begins_meanwhile_and_only_as_long() {
        away("R1", "R2");
        Negotiation negotiation = negotiation("R1");
        negotiation.plannedBy("r2");
        everybodyIsBack();
        while (negotiation.state() == AgreementState.REVIEW) {
            negotiation.reviewedWithProposals().answered(Answer.REJECT);
        }
        away("R1", "R2");
        assertThat(tasksSeenBy("r2", negotiation)).isOne();

        everybodyIsBack();

        assertThat(tasksSeenBy("r2", negotiation)).isZero();
        assertThatThrownBy(() -> negotiation.figuresAligned("r2")).hasMessageContaining("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M2", "B"})
    void a_new_manager_takes_over_from_the_substitute_of_the_former_one(String next) {
        Negotiation negotiation = negotiation().planned();
        away("M1", next.equals("M2") ? "B" : "M2");

        team.as(
                SalesTeam.OWNER,
                () -> leadAgreement.reassign(
                        negotiation.id(),
                        new StepInput(Map.of("managerId", next, "reason", "Max is promoted")),
                        team.caller(SalesTeam.OWNER)));

        assertThat(task(negotiation, "reviewPlan")).isAssignedTo(next.toLowerCase());
        assertThat(task(negotiation, "reviewPlan").getOwner()).isNull();
    }

    private static void ralfForRita(NegotiationEvent event) {
        assertThat(event.by()).isEqualTo("r2");
        assertThat(event.onBehalfOf()).isEqualTo("r1");
    }

    private long tasksSeenBy(String login, Negotiation negotiation) {
        return team.as(
                login,
                () -> taskService
                        .createTaskQuery()
                        .processInstanceBusinessKey(negotiation.id())
                        .count());
    }

    private Substitution away(String absentId, String substituteId) {
        return named(absentId, substituteId, 0, 5);
    }
}
