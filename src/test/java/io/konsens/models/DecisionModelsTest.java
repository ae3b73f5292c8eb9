package io.konsens.models;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.process.ProcessNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table must have, so that the record can say which rule decided and a person can read it. */
class DecisionModelsTest {

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(TableUnderTest.FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void there_is_one_table_for_each_rule_set_the_code_asks() throws IOException {
        Set<String> decisions = models().stream()
                .flatMap(file -> Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class).stream())
                .map(Decision::getId)
                .collect(toSet());

        assertThat(decisions)
                .containsExactlyInAnyOrder(
                        Rules.ITERATION_LIMIT,
                        Rules.DEADLINES,
                        Rules.METRIC_OWNERSHIP,
                        Rules.PLAUSIBILITY,
                        Rules.CALENDAR);
    }

    @Test
    void every_step_of_the_process_has_a_row_in_table_deadlines() {
        DmnModelInstance deadlines = Dmn.readModelFromFile(
                TableUnderTest.FOLDER.resolve("deadlines.dmn").toFile());

        assertThat(deadlines.getModelElementsByType(Rule.class))
                .extracting(Rule::getId)
                .containsAll(ProcessNames.STEPS.keySet().stream()
                        .map(task -> task.replace("userTask_", "rule_"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_table_is_kept_as_long_as_the_record_and_says_what_it_is_for(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());

        assertThat(model.getModelElementsByType(Decision.class)).singleElement().satisfies(decision -> {
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
            assertThat(decision.getDescription()).isNotNull();
        });
        assertThat(model.getModelElementsByType(DecisionTable.class))
                .singleElement()
                .extracting(DecisionTable::getHitPolicy)
                .isEqualTo(HitPolicy.UNIQUE);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_rule_has_a_speaking_id_and_says_why(Path file) {
        assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.getId()).matches("rule_[a-z][A-Za-z]+");
                    assertThat(rule.getDescription().getTextContent()).contains(" / ");
                });
    }
}
