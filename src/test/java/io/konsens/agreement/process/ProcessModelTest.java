package io.konsens.agreement.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.konsens.handover.Handover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;

/** What the process model and the code must agree on. */
class ProcessModelTest {

    private static final List<BpmnModelInstance> MODELS = Stream.of("target-agreement.bpmn", "handover.bpmn")
            .map(file -> Bpmn.readModelFromFile(Path.of("processes", file).toFile()))
            .toList();
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)[.}]");
    private static final Pattern WORD = Pattern.compile("'[^']*'|[A-Za-z]\\w*");

    static Collection<UserTask> userTasks() {
        return all(UserTask.class);
    }

    @Test
    void every_process_is_kept_as_long_as_pay_can_be_disputed() {
        assertThat(all(Process.class)).extracting(Process::getId).containsExactly(ProcessNames.PROCESSES);
        assertThat(all(Process.class)).allSatisfy(process -> {
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        });
    }

    @Test
    void the_models_have_the_steps_and_messages_the_code_knows() {
        assertThat(userTasks()).extracting(UserTask::getId).hasSameElementsAs(ProcessNames.STEPS.keySet());
        assertThat(all(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder(ProcessNames.MESSAGE_WITHDRAWN, ProcessNames.MESSAGE_REASSIGNED);
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void every_step_has_a_form_and_its_dates(UserTask task) {
        String stem = ProcessNames.stem(task.getId());

        assertThat(task.getCamundaFormRef()).isEqualTo(stem.startsWith("confirm") ? "confirmTargets" : stem);
        assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
        assertThat(formIds()).contains(task.getCamundaFormRef());
        assertThat(task.getCamundaDueDate()).isEqualTo("${deadlines.due(execution, '" + stem + "')}");
        assertThat(task.getCamundaFollowUpDate()).isEqualTo("${deadlines.followUp(execution, '" + stem + "')}");
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void every_step_reminds_and_escalates_without_being_interrupted(UserTask task) {
        String stem = ProcessNames.stem(task.getId());
        BoundaryEvent remind = task.getModelInstance().getModelElementById("boundaryEvent_remind_" + stem);
        BoundaryEvent escalate = task.getModelInstance().getModelElementById("boundaryEvent_escalate_" + stem);

        for (BoundaryEvent timer : new BoundaryEvent[] {remind, escalate}) {
            assertThat(timer.getAttachedTo()).isEqualTo(task);
            assertThat(timer.cancelActivity()).isFalse();
            assertThat(timer.getOutgoing()).isEmpty();
        }
        assertThat(definition(remind).getTimeCycle().getTextContent())
                .isEqualTo("${deadlines.remind(execution, '" + stem + "')}");
        assertThat(listener(remind)).isEqualTo("${reminder}");
        assertThat(definition(escalate).getTimeDate().getTextContent())
                .isEqualTo("${deadlines.escalate(execution, '" + stem + "')}");
        assertThat(listener(escalate)).isEqualTo("${escalation}");
    }

    @Test
    void the_models_call_every_delegate_and_nothing_else() {
        Stream<String> calls = Stream.concat(
                all(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
                all(CamundaExecutionListener.class).stream()
                        .map(CamundaExecutionListener::getCamundaDelegateExpression));
        Set<String> delegates = Stream.of(Delegates.class, MessageDelegates.class, TimerListeners.class)
                .flatMap(configuration -> Stream.of(configuration.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Bean.class))
                .map(Method::getName)
                .collect(toSet());
        delegates.add("roundsDecided");

        assertThat(calls.map(call -> BEAN.matcher(call).replaceAll("$1")).collect(toSet()))
                .isEqualTo(delegates);
    }

    @Test
    void conditions_ask_only_what_the_code_computes() {
        Set<String> words = all(ConditionExpression.class).stream()
                .flatMap(condition -> WORD.matcher(condition.getTextContent()).results())
                .map(MatchResult::group)
                .collect(toSet());

        assertThat(words)
                .containsExactlyInAnyOrder(
                        ProcessNames.OPEN_PROPOSALS,
                        ProcessNames.OPEN_DEVIATIONS,
                        ProcessNames.ROUND,
                        ProcessNames.ROUNDS_ALLOWED,
                        ProcessNames.CONSENSUS,
                        ProcessNames.OUTCOME,
                        "'ASSIGNED'",
                        ProcessNames.DECLINED,
                        ProcessNames.HANDOVER,
                        "'" + Handover.Progress.COMPLETE + "'",
                        "'" + Handover.Progress.OPEN + "'");
    }

    @Test
    void a_running_agreement_keeps_the_version_of_every_decision_it_began_with() {
        assertThat(all(BusinessRuleTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("version");
            assertThat(task.getCamundaDecisionRefVersion())
                    .isEqualTo("${" + task.getCamundaDecisionRef() + ProcessNames.VERSION + "}");
            assertThat(task.getCamundaResultVariable()).isEqualTo(ProcessNames.ROUNDS_ALLOWED);
        });
    }

    @Test
    void only_the_handover_is_asynchronous_and_a_system_may_be_down_for_hours() {
        assertThat(all(ServiceTask.class))
                .filteredOn(ServiceTask::isCamundaAsyncBefore)
                .extracting(ServiceTask::getId, ProcessModelTest::retries)
                .containsExactlyInAnyOrder(
                        tuple("serviceTask_transferToCrm", "PT1M,PT5M,PT30M,PT2H,PT6H"),
                        tuple("serviceTask_transferToErp", "PT1M,PT5M,PT30M,PT2H,PT6H"),
                        tuple("serviceTask_completeHandover", "R3/PT1M"));
    }

    @Test
    void the_negotiation_calls_the_handover_in_its_latest_version() {
        assertThat(all(CallActivity.class)).singleElement().satisfies(call -> {
            assertThat(call.getCalledElement()).isEqualTo(ProcessNames.HANDOVER_PROCESS);
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("latest");
        });
    }

    private static <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return MODELS.stream()
                .flatMap(model -> model.getModelElementsByType(type).stream())
                .toList();
    }

    private static String retries(ServiceTask task) {
        return task.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                .singleResult()
                .getTextContent();
    }

    private static TimerEventDefinition definition(BoundaryEvent timer) {
        return (TimerEventDefinition) timer.getEventDefinitions().iterator().next();
    }

    private static String listener(BoundaryEvent timer) {
        return timer.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaExecutionListener.class)
                .singleResult()
                .getCamundaDelegateExpression();
    }

    private static Set<String> formIds() {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            return forms.map(ProcessModelTest::formId).collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String formId(Path form) {
        try {
            return new ObjectMapper().readTree(form.toFile()).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
