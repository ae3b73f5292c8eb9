package io.konsens.models;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How we draw process models. */
class ProcessStyleTest {

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void ids_tell_what_an_element_is_and_what_for(Path file) {
        assertThat(file.getFileName().toString()).matches("[a-z]+(-[a-z]+)*\\.bpmn");
        assertThat(read(file).getModelElementsByType(FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches(prefix(element) + "(_[a-z][A-Za-z]*)+"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatever_a_person_sees_has_a_name(Path file) {
        BpmnModelInstance model = read(file);

        assertThat(model.getModelElementsByType(FlowNode.class))
                .filteredOn(node -> !(node instanceof ParallelGateway))
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .filteredOn(flow -> flow.getSource().getOutgoing().size() > 1)
                .filteredOn(flow -> !(flow.getSource() instanceof ParallelGateway))
                .allSatisfy(flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_is_drawn(Path file) {
        BpmnModelInstance model = read(file);
        Set<String> drawn = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .map(element -> element.getId())
                .collect(toSet());

        assertThat(model.getModelElementsByType(FlowElement.class))
                .extracting(FlowElement::getId)
                .isSubsetOf(drawn);
    }

    @ParameterizedTest
    @MethodSource("models")
    void there_are_no_scripts(Path file) {
        BpmnModelInstance model = read(file);

        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static String prefix(FlowElement element) {
        if (element instanceof SubProcess subProcess) {
            return subProcess.triggeredByEvent() ? "eventSubProcess" : "subProcess";
        }
        return Stream.of(
                        UserTask.class,
                        ServiceTask.class,
                        BusinessRuleTask.class,
                        CallActivity.class,
                        Gateway.class,
                        StartEvent.class,
                        BoundaryEvent.class,
                        EndEvent.class)
                .filter(type -> type.isInstance(element))
                .map(Class::getSimpleName)
                .map(type -> Character.toLowerCase(type.charAt(0)) + type.substring(1))
                .findFirst()
                .orElse("flow");
    }
}
