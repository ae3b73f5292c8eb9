package io.konsens.agreement.process;

import static java.util.stream.Collectors.toSet;

import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets managers see the open tasks of everybody below them. Working on a task is for those it is given to; the engine
 * drops these rights together with the task.
 */
@Component
class TaskVisibility {

    private final AuthorizationService authorizationService;
    private final TaskService taskService;
    private final Organisation organisation;

    TaskVisibility(AuthorizationService authorizationService, TaskService taskService, Organisation organisation) {
        this.authorizationService = authorizationService;
        this.taskService = taskService;
        this.organisation = organisation;
    }

    /** Shows a new task to everybody above this employee who does not have it already. */
    void showUpwards(DelegateTask task, String login) {
        Set<String> whoHaveIt =
                task.getCandidates().stream().map(IdentityLink::getUserId).collect(toSet());
        whoHaveIt.add(task.getAssignee());
        whoHaveIt.add(task.getOwner());
        above(login).filter(one -> !whoHaveIt.contains(one.login())).forEach(one -> show(task.getId(), one.login()));
    }

    private Stream<Employee> above(String login) {
        return Stream.iterate(
                        organisation.employeeByLogin(login).flatMap(this::manager),
                        Optional::isPresent,
                        one -> one.flatMap(this::manager))
                .flatMap(Optional::stream);
    }

    private Optional<Employee> manager(Employee employee) {
        return Optional.ofNullable(employee.managerId()).flatMap(organisation::employee);
    }

    /** Shows a task to one more person, unless they have it already. */
    void showTo(String taskId, String login, @Nullable String assignee) {
        if (!login.equals(assignee) && !isShown(taskId, login)) {
            show(taskId, login);
        }
    }

    /** Takes a task from somebody it was with. Whoever still has a part in it keeps it; who is above its rep sees it. */
    void hideFrom(String taskId, String login) {
        if (taskService.getIdentityLinksForTask(taskId).stream().anyMatch(link -> login.equals(link.getUserId()))) {
            return;
        }
        boolean above = above((String) taskService.getVariable(taskId, ProcessNames.REP))
                .anyMatch(one -> one.login().equals(login));
        for (Authorization right : rights(taskId, login).list()) {
            if (above) {
                right.setPermissions(new Permission[] {Permissions.READ});
                authorizationService.saveAuthorization(right);
            } else {
                authorizationService.deleteAuthorization(right.getId());
            }
        }
    }

    private boolean isShown(String taskId, String login) {
        return rights(taskId, login).count() > 0;
    }

    private AuthorizationQuery rights(String taskId, String login) {
        return authorizationService
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(taskId)
                .userIdIn(login);
    }

    private void show(String taskId, String login) {
        Authorization authorization = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setUserId(login);
        authorization.setResource(Resources.TASK);
        authorization.setResourceId(taskId);
        authorization.addPermission(Permissions.READ);
        authorizationService.saveAuthorization(authorization);
    }
}
