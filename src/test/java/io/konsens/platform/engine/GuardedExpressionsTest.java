package io.konsens.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.konsens.platform.doors.DoorTest;
import io.konsens.testing.SalesTeam;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The second lock: an expression that slips through any door finds nothing to call. */
@DoorTest
class GuardedExpressionsTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService taskService;

    @Autowired
    private SalesTeam team;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''['class']}",
                "${''.class}",
                "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}",
                "${name.length()}",
                "${name.bytes}",
                "${map.getClass()}",
                "${map.put('a', 'b')}",
                "${task.getProcessEngineServices()}",
                "${task.processEngineServices}",
                "${task.setVariable('round', 9)}",
                "${task.execution.id}",
                "${execution.getVariables()}",
                "${execution.processEngineServices.runtimeService}",
                "${deadlines.getClass()}",
                "${deadlines.getClass().getClassLoader()}",
                "${deadlines.class}",
                "${deadlines.toString().getClass()}",
                "${dataSource}",
                "${dataSource.connection}",
                "${processEngine}",
                "${environment}",
                "${users}",
                "${asSystem}",
                "${systemProperties}",
                "${authenticatedUserId.getClass()}",
                "${now().getClass()}",
                "${currentUser().getClass()}",
            })
    void an_expression_reaches_neither_the_machine_nor_the_application(String expression) {
        assertThatThrownBy(() -> team.as("r1", () -> value(expression)))
                .rootCause()
                .message()
                .matches(
                        "(?s).*(may not use '|Cannot resolve identifier '|Could not resolve function '|Syntax error).*");
    }

    @ParameterizedTest
    @CsvSource({"${name}, Rita", "${map.key}, value", "${map['key']}, value", "${1 + 1}, 2", "${empty name}, false"})
    void an_expression_reads_variables(String expression, String value) {
        assertThat(value(expression)).hasToString(value);
    }

    /** CVE-2026-109432, had it passed the door: what it evaluates finds nothing, and says so without running it. */
    @Test
    void an_expression_in_a_query_runs_into_the_same_lock() {
        assertThatThrownBy(() -> team.as(
                        "r1",
                        () -> taskService
                                .createTaskQuery()
                                .or()
                                .taskAssigneeExpression("${''.getClass().forName('java.lang.Runtime')}")
                                .endOr()
                                .list()))
                .hasStackTraceContaining("An expression may not use 'getClass'");
    }

    private Object value(String expression) {
        return configuration().getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = new TaskEntity();
            ExecutionEntity execution = new ExecutionEntity();
            task.setExecution(execution);
            VariableScope scope = task;
            task.initializeVariableStore(Map.of("name", "Rita", "map", Map.of("key", "value")));
            return configuration()
                    .getExpressionManager()
                    .createExpression(expression)
                    .getValue(scope);
        });
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
