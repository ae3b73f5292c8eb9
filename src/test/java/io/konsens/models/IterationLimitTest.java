package io.konsens.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many rounds there are; at the start of an agreement there is no deviation to ask with. */
class IterationLimitTest {

    private static final TableUnderTest table = new TableUnderTest("iterationLimit", "iteration-limit.dmn");

    @ParameterizedTest(name = "{0}, deviation {1} % → {2} rounds")
    @CsvSource(
            nullValues = "none",
            value = {
                "none,   none,  2, rule_standard",
                "none,   37.5,  2, rule_standard",
                "senior, none,  2, rule_standard",
                "senior, 0.01,  2, rule_standard",
                "junior, none,  3, rule_junior",
                "junior, 37.5,  3, rule_junior",
            })
    void gives_juniors_one_round_more(
            @Nullable String seniority, @Nullable Double deviationPercent, int rounds, String rule) {
        Map<String, @Nullable Object> agreement = new HashMap<>();
        agreement.put("orgUnit", "Sales North");
        agreement.put("seniority", seniority);
        agreement.put("deviationPercent", deviationPercent);

        assertThat(table.ask(agreement)).isEqualTo(Map.of("rounds", rounds, "rule", rule));
    }

    @AfterAll
    static void every_rule_has_fired() {
        assertThat(table.neverFired()).isEmpty();
    }
}
