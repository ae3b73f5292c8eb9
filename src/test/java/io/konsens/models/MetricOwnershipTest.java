package io.konsens.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sets a metric's figures. */
class MetricOwnershipTest {

    private static final TableUnderTest table = new TableUnderTest("metricOwnership", "metric-ownership.dmn");

    @ParameterizedTest(name = "{0}, {1} → {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "contribution_margin, none,   MANAGER, rule_managementMetric",
                "contribution_margin, junior, MANAGER, rule_managementMetric",
                "revenue,             none,   REP,     rule_plannedByRep",
                "revenue,             junior, REP,     rule_plannedByRep",
                "new_customers,       none,   REP,     rule_plannedByRep",
                "something_new,       none,   REP,     rule_plannedByRep",
            })
    void leaves_all_but_the_contribution_margin_to_the_rep(
            String metric, @Nullable String seniority, String setBy, String rule) {
        Map<String, @Nullable Object> figure = new HashMap<>();
        figure.put("metric", metric);
        figure.put("orgUnit", "Sales North");
        figure.put("seniority", seniority);

        assertThat(table.ask(figure)).isEqualTo(Map.of("setBy", setBy, "rule", rule));
    }

    @AfterAll
    static void every_rule_has_fired() {
        assertThat(table.neverFired()).isEmpty();
    }
}
