package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.Decision;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.SetBy;
import io.konsens.calendar.WorkingDays;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process owner changes a decision table: it holds for agreements that begin afterwards, and for no other. */
abstract class RuleVersionRules extends ProcessRules {

    @AfterEach
    void deployTheTablesAsTheyWere() throws IOException {
        for (String file : new String[] {"iteration-limit.dmn", "deadlines.dmn", "metric-ownership.dmn"}) {
            deploy(file, UnaryOperator.identity());
        }
    }

    @Test
    void a_new_limit_of_rounds_leaves_running_agreements_alone() throws IOException {
        Negotiation before = negotiation();
        deploy("iteration-limit.dmn", table -> table.replace("<text>2</text>", "<text>1</text>"));
        Negotiation after = negotiation();

        for (Negotiation negotiation : new Negotiation[] {before, after}) {
            negotiation.planned().reviewedWithProposals().answered(Answer.REJECT);
        }

        assertThat(before.instance()).isWaitingAtExactly("userTask_reviewPlan");
        assertThat(after.instance()).isWaitingAtExactly("userTask_alignTargets");
        assertThat(iterationLimitVersion(after)).isEqualTo(iterationLimitVersion(before) + 1);
    }

    @Test
    void the_limit_may_depend_on_the_size_of_the_deviation() throws IOException {
        deploy(
                "iteration-limit.dmn",
                table -> table.replaceFirst(
                                "(id=\"rule_standard_in3\">\\s*)<text></text>", "$1<text>null, &gt; 5</text>")
                        .replace("</decisionTable>", """
                                <rule id="rule_smallDeviation">
                                  <inputEntry id="small1"><text></text></inputEntry>
                                  <inputEntry id="small2"><text>not("junior")</text></inputEntry>
                                  <inputEntry id="small3"><text>&lt;= 5</text></inputEntry>
                                  <outputEntry id="small4"><text>1</text></outputEntry>
                                </rule>
                                </decisionTable>"""));
        Negotiation large = negotiation("R1").planned().reviewedWithProposals().answered(Answer.REJECT);
        Negotiation small = negotiation("R3").planned().reviewedWithProposals().answered(Answer.REJECT);

        assertThat(large.instance())
                .isWaitingAtExactly("userTask_reviewPlan")
                .variables()
                .containsEntry("deviationPercent", 6.67);
        assertThat(small.instance())
                .isWaitingAtExactly("userTask_alignTargets")
                .variables()
                .containsEntry("deviationPercent", 2.5);
        assertThat(small.events(EventType.ROUNDS_DECIDED))
                .extracting(NegotiationEvent::decision)
                .extracting(Decision::ruleId)
                .containsExactly("rule_standard", "rule_smallDeviation");
    }

    @Test
    void new_deadlines_leave_running_agreements_alone_in_their_later_steps_too() throws IOException {
        Negotiation before = negotiation();
        deploy("deadlines.dmn", table -> table.replace("<text>7</text>", "<text>6</text>"));
        Negotiation after = negotiation();

        assertThat(daysForReview(before.planned())).isEqualTo(7);
        assertThat(daysForReview(after.planned())).isEqualTo(6);
    }

    @Test
    void who_sets_a_metric_stays_as_it_was_when_the_agreement_began() throws IOException {
        Negotiation before = negotiation();
        deploy(
                "metric-ownership.dmn",
                table -> table.replace("\"contribution_margin\"", "\"contribution_margin\", \"new_customers\"")
                        .replace("&quot;contribution_margin&quot;", "\"contribution_margin\", \"new_customers\""));
        Negotiation after = negotiation();

        assertThat(newCustomers(before).setBy()).isEqualTo(SetBy.REP);
        assertThat(newCustomers(after).setBy()).isEqualTo(SetBy.MANAGER);
    }

    private static PlanLine newCustomers(Negotiation negotiation) {
        return negotiation.agreement().lines().stream()
                .filter(line -> line.metric().equals("new_customers"))
                .findFirst()
                .orElseThrow();
    }

    private long daysForReview(Negotiation negotiation) {
        LocalDate due = LocalDate.ofInstant(
                task(negotiation, "reviewPlan").getDueDate().toInstant(), ZoneId.of("Europe/Berlin"));
        WorkingDays days = WorkingDays.in("de", Set.of());
        return LocalDate.now(clock)
                .plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(days::isWorkingDay)
                .count();
    }

    private static int iterationLimitVersion(Negotiation negotiation) {
        return negotiation.agreement().ruleVersion("iterationLimit");
    }
}
