package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From the plan to consent, or to the talk. */
abstract class NegotiatingRules extends ProcessRules {

    @Autowired
    private FormService formService;

    @Test
    void an_agreement_begins_with_lines_from_order_history_and_waits_for_the_rep() {
        Negotiation negotiation = negotiation();

        assertThat(negotiation.instance())
                .isWaitingAtExactly("userTask_planTargets")
                .hasPassed("businessRuleTask_iterationLimit", "serviceTask_prepareLines");
        assertThat(task(negotiation, "planTargets")).isAssignedTo("r1");
        assertThat(negotiation.agreement().lines())
                .extracting(PlanLine::metric)
                .containsExactlyInAnyOrder("revenue", "revenue", "contribution_margin", "new_customers");
        assertThat(negotiation.agreement().roundsAllowed()).isEqualTo(2);
    }

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
    void every_step_brings_the_form_deployed_with_it_to_whom_it_belongs(String step) throws IOException {
        Task task = task(negotiation().at(step), step);

        try (InputStream form = team.as(task.getAssignee(), () -> formService.getDeployedTaskForm(task.getId()))) {
            assertThat(new String(form.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"id\": \"" + (step.startsWith("confirm") ? "confirmTargets" : step) + "\"");
        }
    }

    @Test
    void without_proposals_the_plan_goes_straight_to_confirmation() {
        Negotiation negotiation = negotiation().planned().reviewedWithoutProposals();

        assertThat(negotiation.instance())
                .isWaitingAt("userTask_confirmRep", "userTask_confirmManager")
                .hasNotPassed("userTask_answerProposals", "userTask_alignTargets");
        assertThat(negotiation.state()).isEqualTo(AgreementState.CONFIRMATION);
    }

    @Test
    void accepted_proposals_go_to_confirmation() {
        Negotiation negotiation =
                negotiation().planned().reviewedWithProposals().answered(Answer.ACCEPT);

        assertThat(negotiation.instance()).isWaitingAt("userTask_confirmRep", "userTask_confirmManager");
        assertThat(negotiation.agreement().lines())
                .filteredOn(line -> line.accountId() != null)
                .allSatisfy(line -> assertThat(line.agreed()).isEqualByComparingTo(line.proposal()));
    }

    @Test
    void a_rejected_proposal_begins_the_next_round() {
        Negotiation negotiation =
                negotiation().planned().reviewedWithProposals().answered(Answer.REJECT);

        assertThat(negotiation.instance())
                .isWaitingAtExactly("userTask_reviewPlan")
                .hasPassed("businessRuleTask_roundsForDeviation")
                .variables()
                .containsEntry("round", 2)
                .containsEntry("openDeviations", 2);
        assertThat(negotiation.agreement().round()).isEqualTo(2);
    }

    @Test
    void in_a_later_round_the_manager_may_give_way() {
        Negotiation negotiation =
                negotiation().planned().reviewedWithProposals().answered(Answer.REJECT);

        negotiation.givenWay();

        assertThat(negotiation.instance()).isWaitingAt("userTask_confirmRep", "userTask_confirmManager");
    }

    @Test
    void when_the_rounds_are_used_up_the_talk_begins_and_nothing_is_agreed() {
        Negotiation negotiation = negotiation()
                .planned()
                .reviewedWithProposals()
                .answered(Answer.REJECT)
                .reviewedWithProposals()
                .answered(Answer.REJECT);

        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_alignTargets");
        assertThat(negotiation.state()).isEqualTo(AgreementState.ALIGNMENT);
        assertThat(negotiation.agreement().lines())
                .allSatisfy(line -> assertThat(line.agreed()).isNull());
    }

    @Test
    void a_junior_has_one_round_more() {
        Negotiation negotiation = negotiation("R2")
                .planned()
                .reviewedWithProposals()
                .answered(Answer.REJECT)
                .reviewedWithProposals()
                .answered(Answer.REJECT);

        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_reviewPlan");
        assertThat(negotiation.events(EventType.ROUNDS_DECIDED))
                .extracting(event -> event.decision().ruleId())
                .containsOnly("rule_junior");

        negotiation.reviewedWithProposals().answered(Answer.REJECT);
        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_alignTargets");
    }

    @Test
    void an_incomplete_plan_stays_where_it_is() {
        Negotiation negotiation = negotiation();

        assertThatThrownBy(() -> negotiation.submitted("r1", Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .hasSize(3)
                                .allSatisfy(
                                        problem -> assertThat(problem.code()).isEqualTo("line.planMissing")));
        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_planTargets");
    }
}
