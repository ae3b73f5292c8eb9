package io.konsens.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The working days each step gets. */
class DeadlinesTest {

    private static final TableUnderTest table = new TableUnderTest("deadlines", "deadlines.dmn");

    @ParameterizedTest(name = "{0}: reminded after {1}, due after {2}, escalated after {3} days")
    @CsvSource({
        "planTargets,     5, 10, 15, rule_planTargets",
        "reviewPlan,      4,  7, 11, rule_reviewPlan",
        "answerProposals, 3,  5,  7, rule_answerProposals",
        "alignTargets,    4,  7, 10, rule_alignTargets",
        "resolveDispute,  2,  5,  7, rule_resolveDispute",
        "confirmRep,      2,  4,  6, rule_confirmRep",
        "confirmManager,  2,  4,  6, rule_confirmManager",
        "correctHandover, 1,  2,  4, rule_correctHandover",
        "addedStep,       3,  5,  7, rule_otherStep",
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
