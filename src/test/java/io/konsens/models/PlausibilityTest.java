package io.konsens.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a planned change calls for, on both sides of every boundary. Figures in percent and in the period's currency. */
class PlausibilityTest {

    private static final TableUnderTest table = new TableUnderTest("plausibility", "plausibility.dmn");

    @ParameterizedTest(name = "{0}: {1} %, {2} → {3}")
    @CsvSource(
            nullValues = "none",
            value = {
                "new_customers,       none,   50000,    OK,              rule_otherMetric",
                "contribution_margin, 400,    50000,    OK,              rule_otherMetric",
                "revenue,             none,   0,        OK,              rule_newBusinessSmall",
                "revenue,             none,   9999.99,  OK,              rule_newBusinessSmall",
                "revenue,             none,   10000,    REASON_REQUIRED, rule_newBusinessLarge",
                "revenue,             0,      0,        OK,              rule_smallShare",
                "revenue,             25,     90000,    OK,              rule_smallShare",
                "revenue,             25.01,  999.99,   OK,              rule_smallAmount",
                "revenue,             900,    999.99,   OK,              rule_smallAmount",
                "revenue,             25.01,  1000,     WARN,            rule_unusual",
                "revenue,             50,     90000,    WARN,            rule_unusual",
                "revenue,             50.01,  1000,     WARN,            rule_largeShare",
                "revenue,             50.01,  4999.99,  WARN,            rule_largeShare",
                "revenue,             50.01,  5000,     REASON_REQUIRED, rule_largeChange",
                "revenue,             100,    90000,    REASON_REQUIRED, rule_largeChange",
            })
    void calls_for_nothing_a_remark_or_a_reason(
            String metric, @Nullable BigDecimal percent, BigDecimal amount, String result, String rule) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("metric", metric);
        change.put("changePercent", percent);
        change.put("changeAmount", amount);

        assertThat(table.ask(change)).isEqualTo(Map.of("result", result, "rule", rule));
    }

    @AfterAll
    static void every_rule_has_fired() {
        assertThat(table.neverFired()).isEmpty();
    }
}
