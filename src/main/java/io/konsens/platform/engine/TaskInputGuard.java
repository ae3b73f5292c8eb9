package io.konsens.platform.engine;

import io.konsens.platform.CompletionInput;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import io.konsens.platform.TaskInputs;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * What is sent when a task of ours is completed: only the names its step knows, and never as process variables.
 *
 * <p>The engine itself would store whatever is sent, read-only fields and routing variables included. The commands keep
 * what they carry in fields without access, hence the reflection.
 */
@Component
class TaskInputGuard {

    private static final int LONGEST_TEXT = 4000;

    private final TaskInputs taskInputs;

    TaskInputGuard(TaskInputs taskInputs) {
        this.taskInputs = taskInputs;
    }

    CommandInterceptor interceptor() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                Optional<Set<String>> allowed = allowed(command);
                if (allowed.isEmpty()) {
                    return next.execute(command);
                }
                if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
                    throw Refusal.forbidden("task.noErrors");
                }
                Map<String, Object> input = takeInput(command);
                check(input, allowed.get());
                try {
                    return CompletionInput.with(input, () -> next.execute(command));
                } catch (AuthorizationException e) {
                    // Whoever comes an instant late finds the right to the task gone with the task: no reproach in
                    // that.
                    throw isStillOpen(taskId(command)) ? e : Refusal.conflict("step.changedMeanwhile");
                }
            }
        };
    }

    private static boolean isStillOpen(String taskId) {
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                                .getTaskService()
                                .createTaskQuery()
                                .taskId(taskId)
                                .count()
                        > 0);
    }

    private static @Nullable String taskId(Command<?> command) {
        return (String) ReflectionUtils.getField(field(command, "taskId"), command);
    }

    private Optional<Set<String>> allowed(Command<?> command) {
        if (!(command instanceof CompleteTaskCmd
                || command instanceof SubmitTaskFormCmd
                || command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd)) {
            return Optional.empty();
        }
        String taskId = taskId(command);
        TaskEntity task = taskId == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        ProcessDefinitionEntity process = task == null ? null : task.getProcessDefinition();
        return process == null ? Optional.empty() : taskInputs.allowed(process.getKey(), task.getTaskDefinitionKey());
    }

    private static Map<String, Object> takeInput(Command<?> command) {
        Field field = field(command, command instanceof SubmitTaskFormCmd ? "properties" : "variables");
        Map<?, ?> sent = (Map<?, ?>) ReflectionUtils.getField(field, command);
        Map<String, Object> input = new HashMap<>();
        if (sent != null) {
            sent.keySet().forEach(name -> input.put((String) name, value(sent, (String) name)));
        }
        ReflectionUtils.setField(
                field, command, command instanceof SubmitTaskFormCmd ? Variables.createVariables() : null);
        return input;
    }

    /** A serialised object is not unpacked but stays as it came, and is refused for that. */
    private static @Nullable Object value(Map<?, ?> sent, String name) {
        return sent instanceof VariableMap typed && typed.getValueTyped(name) instanceof SerializableValue packed
                ? packed
                : sent.get(name);
    }

    private static void check(Map<String, Object> input, Set<String> allowed) {
        Set<String> unknown = new TreeSet<>(input.keySet());
        unknown.removeAll(allowed);
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("task.inputUnknown", String.join(", ", unknown));
        }
        input.forEach((name, value) -> {
            if (!isAcceptable(value)) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        List.of(new Problem(null, name, "task.inputInvalid", name, LONGEST_TEXT)));
            }
        });
    }

    private static boolean isAcceptable(@Nullable Object value) {
        return value == null
                || value instanceof Boolean
                || (value instanceof String text && text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0);
    }

    private static Field field(Command<?> command, String name) {
        Field field = ReflectionUtils.findField(command.getClass(), name);
        if (field == null) {
            throw new IllegalStateException(command.getClass() + " has no field " + name + " in this engine version");
        }
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
