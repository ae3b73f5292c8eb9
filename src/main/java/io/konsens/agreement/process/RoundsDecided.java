package io.konsens.agreement.process;

import io.konsens.agreement.application.Steps;
import io.konsens.agreement.domain.Rules;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** After the model has asked table {@code iterationLimit}: keeps the number of rounds, and the rule, with the agreement. */
@Component("roundsDecided")
class RoundsDecided implements ExecutionListener {

    private final Steps steps;
    private final DecisionTables tables;

    RoundsDecided(Steps steps, DecisionTables tables) {
        this.steps = steps;
        this.tables = tables;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        for (String input :
                new String[] {ProcessNames.ORG_UNIT, ProcessNames.SENIORITY, ProcessNames.DEVIATION_PERCENT}) {
            inputs.put(input, execution.getVariable(input));
        }
        int version = (Integer) execution.getVariable(Rules.ITERATION_LIMIT + ProcessNames.VERSION);
        Number rounds = (Number) execution.getVariable(ProcessNames.ROUNDS_ALLOWED);
        steps.roundsDecided(
                execution.getProcessBusinessKey(),
                rounds.intValue(),
                tables.decide(Rules.ITERATION_LIMIT, version, inputs).decision());
    }
}
