package io.konsens.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;

/** What one would do without a grid: a Camunda Form with an input for each line, which the task list's form-js renders. */
enum NaiveForm {
    /** A number field for each line, all written out. */
    FIELDS {
        @Override
        void addTo(ArrayNode components, int lines) {
            for (int i = 1; i <= lines; i++) {
                number(components, "plan" + i).put("label", "Account %d · Group %d".formatted(i / 10 + 1, i % 10 + 1));
            }
        }
    },
    /** The form's own way to repeat a row: account, product group, baseline and plan. */
    DYNAMIC_LIST {
        @Override
        void addTo(ArrayNode components, int lines) {
            ObjectNode list = components
                    .addObject()
                    .put("type", "dynamiclist")
                    .put("id", "lines")
                    .put("path", "lines")
                    .put("isRepeating", true)
                    .put("allowAddRemove", false)
                    .put("disableCollapse", true)
                    .put("defaultRepetitions", lines);
            ArrayNode row = list.putArray("components");
            for (String text : new String[] {"account", "group"}) {
                row.addObject()
                        .put("type", "textfield")
                        .put("id", text)
                        .put("key", text)
                        .put("label", text)
                        .put("readonly", true);
            }
            number(row, "baseline").put("label", "baseline").put("readonly", true);
            number(row, "plan").put("label", "plan");
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    abstract void addTo(ArrayNode components, int lines);

    private static ObjectNode number(ArrayNode components, String key) {
        return components
                .addObject()
                .put("type", "number")
                .put("id", key)
                .put("key", key)
                .put("decimalDigits", 2);
    }

    /** The name of the task, and of its process. */
    String keyFor(int lines) {
        return "naive" + name().replace("_", "") + lines;
    }

    /** Starts a process with such a form and tells the id of its task. */
    String task(int lines, String assignee, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
        String key = keyFor(lines);
        ObjectNode form = JSON.createObjectNode()
                .put("type", "default")
                .put("id", key)
                .put("schemaVersion", 16)
                .put("executionPlatform", "Camunda Platform")
                .put("executionPlatformVersion", "7.24.0");
        addTo(form.putArray("components"), lines);
        repository
                .createDeployment()
                .addString(key + ".form", form.toString())
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("plan")
                                .name(key)
                                .camundaAssignee(assignee)
                                .camundaFormKey("camunda-forms:deployment:" + key + ".form")
                                .endEvent()
                                .done())
                .deploy();
        String instance = runtime.startProcessInstanceByKey(key, Variables.createVariables())
                .getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }
}
