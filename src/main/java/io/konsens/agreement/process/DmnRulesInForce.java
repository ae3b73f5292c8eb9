package io.konsens.agreement.process;

import io.konsens.agreement.application.RulesInForce;
import io.konsens.agreement.application.Step;
import io.konsens.agreement.domain.Decided;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.SetBy;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the newest deployed tables. */
@Component
class DmnRulesInForce implements RulesInForce {

    private final DecisionTables tables;

    DmnRulesInForce(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public InForce<Integer> rounds(String orgUnit, @Nullable String seniority) {
        Decided<DmnDecisionRuleResult> row = decide(Rules.ITERATION_LIMIT, inputs(orgUnit, seniority));
        Number rounds = row.value().getEntry("rounds");
        return inForce(row, rounds.intValue());
    }

    @Override
    public InForce<SetBy> setBy(String metricId, String orgUnit, @Nullable String seniority) {
        Map<String, @Nullable Object> inputs = inputs(orgUnit, seniority);
        inputs.put("metric", metricId);
        Decided<DmnDecisionRuleResult> row = decide(Rules.METRIC_OWNERSHIP, inputs);
        return inForce(row, SetBy.valueOf(row.value().getEntry("setBy")));
    }

    @Override
    public InForce<Integer> dueDays(Step step, String orgUnit) {
        Map<String, @Nullable Object> inputs = inputs(orgUnit, null);
        inputs.put("step", ProcessNames.stem(step));
        Decided<DmnDecisionRuleResult> row = decide(Rules.DEADLINES, inputs);
        Number days = row.value().getEntry("dueDays");
        return inForce(row, days.intValue());
    }

    private static Map<String, @Nullable Object> inputs(String orgUnit, @Nullable String seniority) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put(ProcessNames.ORG_UNIT, orgUnit);
        inputs.put(ProcessNames.SENIORITY, seniority);
        inputs.put(ProcessNames.DEVIATION_PERCENT, null);
        return inputs;
    }

    private Decided<DmnDecisionRuleResult> decide(String table, Map<String, @Nullable Object> inputs) {
        return tables.decide(table, tables.latestVersion(table), inputs);
    }

    private <T> InForce<T> inForce(Decided<DmnDecisionRuleResult> row, T value) {
        return new InForce<>(value, tables.description(row.decision()), row.decision());
    }
}
