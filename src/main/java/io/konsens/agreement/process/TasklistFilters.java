package io.konsens.agreement.process;

import io.konsens.platform.AsSystem;
import io.konsens.platform.Groups;
import io.konsens.platform.KonsensProperties;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The task list's filters. They are the only stored expressions: nobody else may create a filter, and what a filter shows
 * is cut to the tasks its user may see.
 */
@Component
@Order(2)
class TasklistFilters implements ApplicationRunner {

    private static final List<String> EVERYBODY = List.of(Groups.REP, Groups.MANAGER, Groups.PROCESS_OWNER);

    private final FilterService filterService;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;
    private final AsSystem asSystem;
    private final MessageSource messages;
    private final KonsensProperties properties;

    TasklistFilters(
            FilterService filterService,
            TaskService taskService,
            AuthorizationService authorizationService,
            AsSystem asSystem,
            MessageSource messages,
            KonsensProperties properties) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.authorizationService = authorizationService;
        this.asSystem = asSystem;
        this.messages = messages;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        asSystem.run(() -> {
            filter("mine", 10, tasks().taskInvolvedUserExpression("${currentUser()}"), EVERYBODY);
            filter(
                    "group",
                    15,
                    tasks().taskCandidateGroupInExpression("${currentUserGroups()}"),
                    List.of(Groups.PROCESS_OWNER));
            filter("team", 20, tasks(), EVERYBODY);
            filter("escalated", 25, tasks().taskMinPriority(TimerListeners.ESCALATED), EVERYBODY);
            filter("overdue", 30, tasks().dueBeforeExpression("${now()}"), EVERYBODY);
        });
    }

    private TaskQuery tasks() {
        return taskService
                .createTaskQuery()
                .processDefinitionKeyIn(ProcessNames.PROCESSES)
                .initializeFormKeys();
    }

    private void filter(String key, int position, TaskQuery query, List<String> groups) {
        String name = text("filter." + key);
        if (filterService.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filterService.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "priority",
                position,
                "description",
                text("filter." + key + ".description"),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        variable(ProcessNames.REP_NAME),
                        variable(ProcessNames.MANAGER_NAME),
                        variable(ProcessNames.PERIOD_ID),
                        variable(ProcessNames.ROUND),
                        variable(ProcessNames.OPEN_DEVIATIONS))));
        String id = filterService.saveFilter(filter).getId();
        for (String group : groups) {
            Authorization read = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            read.setGroupId(group);
            read.setResource(Resources.FILTER);
            read.setResourceId(id);
            read.addPermission(Permissions.READ);
            authorizationService.saveAuthorization(read);
        }
    }

    private Map<String, String> variable(String name) {
        return Map.of("name", name, "label", text("variable." + name));
    }

    private String text(String key) {
        return messages.getMessage(key, null, properties.language());
    }
}
