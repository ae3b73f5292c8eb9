package io.konsens.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.platform.doors.DoorTest;
import io.konsens.testing.Answer;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Process owners redraw the negotiation. They are not given the machine. */
@DoorTest
class DeploymentPolicyTest {

    private static final String DOOR = "/engine-rest/deployment/create";
    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                         xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                         xmlns:old="http://activiti.org/bpmn"
                         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <process id="test" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="start"/>
                <sequenceFlow id="toStep" sourceRef="start" targetRef="step"/>
                %s
              </process>
            </definitions>
            """;
    private static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test"
                         xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="test" name="test" camunda:historyTimeToLive="1">
                %s
              </decision>
            </definitions>
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repositoryService;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='step' scriptFormat='javascript'><script>1</script></scriptTask>",
                "<serviceTask id='step' camunda:class='java.lang.ProcessBuilder'/>",
                "<serviceTask id='step' old:class='java.lang.ProcessBuilder'/>",
                "<serviceTask id='step' camunda:type='shell'/>",
                "<serviceTask id='step' camunda:type='mail'/>",
                "<serviceTask id='step' camunda:delegateExpression='${dataSource}'/>",
                "<serviceTask id='step' camunda:delegateExpression='${someVariable}'/>",
                "<serviceTask id='step' camunda:expression='${dataSource.connection}'/>",
                "<serviceTask id='step' camunda:expression=\"${''.getClass().forName('java.lang.Runtime')}\"/>",
                "<serviceTask id='step' camunda:expression=\"${''['class']}\"/>",
                "<serviceTask id='step' camunda:expression='${execution.setVariable(1, 2)}'/>",
                "<serviceTask id='step' camunda:expression='${execution.processEngineServices}'/>",
                "<serviceTask id='step' camunda:expression='${deadlines . getClass() . name}'/>",
                "<serviceTask id='step' camunda:expression='#{(dataSource).close()}'/>",
                "<serviceTask id='step' camunda:expression='&#36;{dataSource.close()}'/>",
                "<userTask id='step' camunda:assignee='${users.exists(1)}'/>",
                "<userTask id='step' camunda:formKey='embedded:app:forms/x.html'/>",
                "<userTask id='step' name='Hello ${dataSource.connection}'/>",
                """
                <userTask id='step'><extensionElements>
                  <camunda:taskListener event='create' class='java.lang.Object'/></extensionElements></userTask>""",
                """
                <userTask id='step'><extensionElements><camunda:taskListener event='create'>
                  <camunda:script scriptFormat='groovy'>1</camunda:script></camunda:taskListener>
                </extensionElements></userTask>""",
                """
                <userTask id='step'><extensionElements><camunda:executionListener event='start'>
                  <camunda:script scriptFormat='javascript' resource='deployment://x.js'/></camunda:executionListener>
                </extensionElements></userTask>""",
                """
                <serviceTask id='step'><extensionElements><camunda:connector>
                  <camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>
                </extensionElements></serviceTask>""",
                """
                <userTask id='step'><extensionElements><camunda:inputOutput>
                  <camunda:inputParameter name='x'>${dataSource.connection}</camunda:inputParameter>
                </camunda:inputOutput></extensionElements></userTask>""",
                """
                <userTask id='step'><extensionElements><camunda:inputOutput>
                  <camunda:inputParameter name='x'><![CDATA[${dataSource]]><!-- x --><![CDATA[.connection}]]>
                  </camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>""",
                """
                <userTask id='step'/><sequenceFlow id='on' sourceRef='step' targetRef='end'>
                  <conditionExpression xsi:type='tFormalExpression' language='groovy'>1</conditionExpression>
                </sequenceFlow><endEvent id='end'/>""",
                """
                <userTask id='step'/><sequenceFlow id='on' sourceRef='step' targetRef='end'>
                  <conditionExpression xsi:type='tFormalExpression'>${dataSource.close()}</conditionExpression>
                </sequenceFlow><endEvent id='end'/>""",
                """
                <userTask id='step'><extensionElements><camunda:formData>
                  <camunda:formField id='x' type='string'><camunda:validation>
                    <camunda:constraint name='validator' config='java.lang.Object'/></camunda:validation>
                  </camunda:formField></camunda:formData></extensionElements></userTask>""",
            })
    void a_process_that_reaches_for_the_machine_is_refused(String step) {
        isRefused("test.bpmn", PROCESS.formatted(step), step.contains("'on'") ? "on: " : "step: ");
    }

    @ParameterizedTest
    @CsvSource({
        "groovy, 1",
        "javascript, 1",
        "JavaScript, 1",
        "python, 1",
        "juel, ${dataSource.connection}",
        "juel, ${''.getClass()}"
    })
    void a_decision_that_reaches_for_the_machine_is_refused(String language, String text) {
        isRefused(
                "test.dmn",
                DECISION.formatted("<literalExpression id='e' expressionLanguage='" + language + "'><text>" + text
                        + "</text></literalExpression>"),
                "test.dmn");
        isRefused("test.dmn", DECISION.formatted("""
                <decisionTable id='t'>
                  <input id='i'><inputExpression id='e' typeRef='string' expressionLanguage='%s'><text>%s</text>
                  </inputExpression></input>
                  <output id='o' typeRef='string'/>
                </decisionTable>""".formatted(language, text)), "e: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"test.bpmn20.xml", "test.dmn11.xml", "test.bpmn", "test.dmn", "test.cmmn", "test.cmmn10.xml"})
    void whatever_the_engine_would_read_as_a_model_is_looked_at(String fileName) {
        isRefused(fileName, PROCESS.formatted("<scriptTask id='step' scriptFormat='groovy'/>"), fileName);
        isRefused(fileName, "not xml", fileName);
        isRefused(fileName, "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>", fileName);
    }

    @Test
    void the_message_comes_in_the_language_of_the_process_owner() {
        String script = PROCESS.formatted("<scriptTask id='step' scriptFormat='groovy'/>");

        assertThat(owner().deploy(DOOR, "test.bpmn", script)
                        .json()
                        .get("message")
                        .asText())
                .startsWith("test.bpmn was not deployed. Scripts, commands,")
                .contains("step: scriptTask");
        assertThat(owner().with("Accept-Language", "de")
                        .deploy(DOOR, "test.bpmn", script)
                        .json()
                        .get("message")
                        .asText())
                .startsWith("test.bpmn wurde nicht eingespielt.");
    }

    @Test
    void a_process_owner_changes_a_decision_table() throws IOException {
        String changed = Files.readString(Path.of("dmn", "deadlines.dmn"))
                .replaceFirst("<description>", "<description>Changed: ");
        long before = versions("deadlines");

        Answer answer = owner().deploy(DOOR, "deadlines.dmn", changed);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(versions("deadlines")).isEqualTo(before + 1);
    }

    @Test
    void a_process_owner_changes_the_process() throws IOException {
        Answer answer = owner().deploy(
                        DOOR,
                        "other.bpmn",
                        PROCESS.formatted("<userTask id='step' name='${repName}' camunda:assignee='${rep}' "
                                + "camunda:dueDate=\"${deadlines.due(execution, 'planTargets')}\"/>"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        repositoryService.deleteDeployment(answer.json().get("id").asText(), true);
    }

    @Test
    void a_process_owner_cannot_take_models_away_from_running_agreements() {
        String deployment = repositoryService
                .createDeploymentQuery()
                .deploymentName("konsens")
                .singleResult()
                .getId();

        assertThat(owner().send("DELETE", "/engine-rest/deployment/" + deployment + "?cascade=true", "")
                        .status())
                .isEqualTo(403);
    }

    private void isRefused(String fileName, String model, String named) {
        long before = repositoryService.createDeploymentQuery().count();

        Answer answer = owner().deploy(DOOR, fileName, model);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("message").asText())
                .contains(fileName)
                .contains(named)
                .contains("not deployed");
        assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(before);
    }

    private long versions(String decision) {
        return repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .count();
    }

    private Visitor owner() {
        return Visitor.program(port, SalesTeam.OWNER);
    }
}
