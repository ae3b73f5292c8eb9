package io.konsens.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days each step gets. */
class DeadlinesTest {

    private static final TableUnderTest table = new TableUnderTest("deadlines", "deadlines.dmn");

    @ParameterizedTest(name = "{0}: reminded after {1}, due after {2}, escalated after {3} days")
    @CsvSource({
        "planTargets,     7, 14, 21, rule_planTargets",
        "reviewPlan,      5, 10, 15, rule_reviewPlan",
        "answerProposals, 4,  7, 10, rule_answerProposals",
        "alignTargets,    5, 10, 14, rule_alignTargets",
        "resolveDispute,  3,  7, 10, rule_resolveDispute",
        "confirmRep,      3,  5,  8, rule_confirmRep",
        "confirmManager,  3,  5,  8, rule_confirmManager",
        "correctHandover, 2,  3,  5, rule_correctHandover",
        "addedStep,       4,  7, 10, rule_otherStep",
    })
    void reminds_before_a_step_is_due_and_escalates_only_afterwards(
            String step, int remind, int due, int escalate, String rule) {
        assertThat(table.ask(Map.of("step", step, "orgUnit", "Sales North")))
                .isEqualTo(Map.of("remindDays", remind, "dueDays", due, "escalateDays", escalate, "rule", rule));
        assertThat(remind).isPositive().isLessThan(due);
        assertThat(due).isLessThan(escalate);
    }

    @AfterAll
    static void every_rule_has_fired() {
        assertThat(table.neverFired()).isEmpty();
    }
}
