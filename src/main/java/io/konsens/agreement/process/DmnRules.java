package io.konsens.agreement.process;

import io.konsens.agreement.domain.Decided;
import io.konsens.agreement.domain.Plausibility;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.SetBy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customer's rules as they are deployed in the engine. */
@Component
class DmnRules implements Rules {

    private final DecisionTables tables;

    DmnRules(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public Map<String, Integer> latestVersions() {
        return Stream.of(ITERATION_LIMIT, DEADLINES, METRIC_OWNERSHIP, PLAUSIBILITY, CALENDAR)
                .collect(Collectors.toMap(Function.identity(), tables::latestVersion));
    }

    @Override
    public Decided<SetBy> metricOwnership(int version, String metric, String orgUnit, @Nullable String seniority) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("metric", metric);
        inputs.put("orgUnit", orgUnit);
        inputs.put("seniority", seniority);
        return decide(METRIC_OWNERSHIP, version, inputs, "setBy", SetBy::valueOf);
    }

    @Override
    public Decided<Plausibility> plausibility(
            int version, String metric, @Nullable BigDecimal changePercent, BigDecimal changeAmount) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("metric", metric);
        inputs.put("changePercent", changePercent);
        inputs.put("changeAmount", changeAmount);
        return decide(PLAUSIBILITY, version, inputs, "result", Plausibility::valueOf);
    }

    private <T> Decided<T> decide(
            String key, int version, Map<String, @Nullable Object> inputs, String output, Function<String, T> read) {
        Decided<DmnDecisionRuleResult> row = tables.decide(key, version, inputs);
        return new Decided<>(read.apply(row.value().getEntry(output)), row.decision());
    }
}
