package io.konsens.agreement.process;

import io.konsens.agreement.application.RuleText;
import io.konsens.agreement.application.RuleTexts;
import io.konsens.agreement.domain.Decided;
import io.konsens.agreement.domain.Decision;
import io.konsens.platform.AsSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the deployed decision tables, in a given version, and tells which rule fired.
 *
 * <p>A DMN engine of our own reads the deployed tables: the process engine's would write a history entry for every figure
 * typed, while our record keeps the rule with the figure it decided.
 */
@Component
class DecisionTables implements RuleTexts {

    private final RepositoryService repositoryService;
    private final AsSystem asSystem;
    private final DmnEngine dmnEngine;
    private final ThreadLocal<List<String>> fired = ThreadLocal.withInitial(ArrayList::new);
    /** Deployed tables never change, so a copy in memory cannot be stale. */
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    private final Map<String, Map<String, RuleText>> described = new ConcurrentHashMap<>();

    DecisionTables(RepositoryService repositoryService, AsSystem asSystem) {
        this.repositoryService = repositoryService;
        this.asSystem = asSystem;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::remember);
        this.dmnEngine = configuration.buildEngine();
    }

    /** @throws IllegalStateException if no such table is deployed */
    int latestVersion(String key) {
        return definition(key, null).getVersion();
    }

    /**
     * The one row that fires.
     *
     * @throws IllegalStateException if none fires, or several do: a table with a gap must not decide by accident
     */
    Decided<DmnDecisionRuleResult> decide(String key, int version, Map<String, @Nullable Object> inputs) {
        DmnDecision table = parsed.computeIfAbsent(key + ":" + version, ignored -> parse(key, version));
        fired.get().clear();
        DmnDecisionTableResult result = dmnEngine.evaluateDecisionTable(table, Variables.fromMap(inputs));
        List<String> rules = fired.get();
        if (result.size() != 1 || rules.size() != 1) {
            throw new IllegalStateException("Decision " + key + " version " + version + " fired " + rules.size()
                    + " rules for " + inputs + ", it must be exactly one");
        }
        return new Decided<>(result.getFirstResult(), new Decision(key, version, rules.get(0)));
    }

    /** How process owners describe a rule in their table; empty if they do not. */
    String description(Decision rule) {
        return of(rule.key(), rule.version())
                .getOrDefault(rule.ruleId(), new RuleText(""))
                .written();
    }

    @Override
    public Map<String, RuleText> of(String table, int version) {
        return described.computeIfAbsent(table + ":" + version, ignored -> describe(table, version));
    }

    private Map<String, RuleText> describe(String key, int version) {
        String id = definition(key, version).getId();
        DmnModelInstance model = asSystem.call(() -> repositoryService.getDmnModelInstance(id));
        return model.getModelElementsByType(Rule.class).stream()
                .collect(Collectors.toMap(
                        Rule::getId,
                        rule -> new RuleText(
                                rule.getDescription() == null
                                        ? ""
                                        : rule.getDescription().getTextContent().strip())));
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(fired.get()::add);
    }

    private DmnDecision parse(String key, int version) {
        String id = definition(key, version).getId();
        try (InputStream model = asSystem.call(() -> repositoryService.getDecisionModel(id))) {
            return dmnEngine.parseDecision(key, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DecisionDefinition definition(String key, @Nullable Integer version) {
        var query = repositoryService.createDecisionDefinitionQuery().decisionDefinitionKey(key);
        DecisionDefinition found = asSystem.call(
                (version == null ? query.latestVersion() : query.decisionDefinitionVersion(version))::singleResult);
        if (found == null) {
            throw new IllegalStateException(
                    "Decision " + key + (version == null ? "" : " version " + version) + " is not deployed");
        }
        return found;
    }
}
