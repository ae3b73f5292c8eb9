package io.konsens.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** A decision table of this repository, asked without the process engine; it remembers which of its rules ever fired. */
final class TableUnderTest {

    static final Path FOLDER = Path.of("dmn");

    private final DmnModelInstance model;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final List<String> firedNow = new ArrayList<>();
    private final Set<String> firedEver = new HashSet<>();

    TableUnderTest(String key, String file) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .forEach(firedNow::add));
        engine = configuration.buildEngine();
        Path path = FOLDER.resolve(file);
        model = Dmn.readModelFromFile(path.toFile());
        try (InputStream content = Files.newInputStream(path)) {
            decision = engine.parseDecision(key, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outputs of the one row that fires, and under {@code rule} its id. */
    Map<String, Object> ask(Map<String, ? extends @Nullable Object> inputs) {
        firedNow.clear();
        DmnDecisionTableResult result = engine.evaluateDecisionTable(decision, new HashMap<>(inputs));
        assertThat(firedNow).as("rules that fire for %s", inputs).hasSize(1);
        firedEver.addAll(firedNow);
        Map<String, Object> answer = new HashMap<>(result.getSingleResult().getEntryMap());
        answer.put("rule", firedNow.get(0));
        return answer;
    }

    /** Rules that no question so far has reached. */
    List<String> neverFired() {
        return model.getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .filter(rule -> !firedEver.contains(rule))
                .toList();
    }
}
