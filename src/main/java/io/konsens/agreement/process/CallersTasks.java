package io.konsens.agreement.process;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.konsens.agreement.application.Step;
import io.konsens.agreement.application.TaskList;
import io.konsens.platform.AsSystem;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tasks of our processes that whoever calls may complete. */
@Component
class CallersTasks implements TaskList {

    /** What the task list's own order comes down to. */
    private static final Comparator<Task> NEWEST =
            comparing(Task::getCreateTime).reversed().thenComparing(Task::getId);

    private static final Comparator<Task> DUE =
            comparing(Task::getDueDate, nullsLast(naturalOrder())).thenComparing(Task::getId);

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final CurrentCaller currentCaller;
    private final AsSystem asSystem;

    CallersTasks(
            TaskService taskService, RuntimeService runtimeService, CurrentCaller currentCaller, AsSystem asSystem) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.currentCaller = currentCaller;
        this.asSystem = asSystem;
    }

    @Override
    public List<Entry> mine(Step step, Order order) {
        List<Task> tasks = mine(() -> taskService
                        .createTaskQuery()
                        .processDefinitionKeyIn(ProcessNames.PROCESSES)
                        .taskDefinitionKey(ProcessNames.elementId(ProcessNames.stem(step))))
                .stream()
                .sorted(order == Order.DUE ? DUE : NEWEST)
                .toList();
        Map<String, String> agreements =
                agreements(tasks.stream().map(Task::getProcessInstanceId).collect(toSet()));
        return tasks.stream()
                .map(task -> new Entry(
                        task.getId(), agreements.get(task.getProcessInstanceId()), instant(task.getDueDate())))
                .toList();
    }

    /** Asked three times: the engine is slow to answer what is given *or* offered to somebody. */
    List<Task> mine(Supplier<TaskQuery> open) {
        Caller caller = currentCaller.get();
        return List.copyOf(Stream.<UnaryOperator<TaskQuery>>of(
                        query -> query.taskAssignee(caller.userId()),
                        query -> query.taskCandidateUser(caller.userId()).includeAssignedTasks(),
                        query -> query.taskCandidateGroupIn(List.copyOf(caller.groups())))
                .flatMap(whose -> whose.apply(open.get()).list().stream())
                .collect(toMap(Task::getId, Function.identity(), (one, again) -> one, LinkedHashMap::new))
                .values());
    }

    private Map<String, String> agreements(Set<String> instances) {
        return instances.isEmpty()
                ? Map.of()
                : asSystem
                        .call(() -> runtimeService
                                .createProcessInstanceQuery()
                                .processInstanceIds(instances)
                                .list())
                        .stream()
                        .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
