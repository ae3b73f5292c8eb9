package io.konsens.agreement.process;

import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets managers see the open tasks of everybody below them. Working on a task is for those it is given to; the engine
 * drops these rights together with the task.
 */
@Component
class TaskVisibility {

    private final AuthorizationService authorizationService;
    private final Organisation organisation;

    TaskVisibility(AuthorizationService authorizationService, Organisation organisation) {
        this.authorizationService = authorizationService;
        this.organisation = organisation;
    }

    /** Shows a task to everybody above this employee who does not have it already. */
    void showUpwards(String taskId, String login, @Nullable String assignee) {
        Employee employee = organisation.employeeByLogin(login).orElse(null);
        while (employee != null && employee.managerId() != null) {
            employee = organisation.employee(employee.managerId()).orElse(null);
            if (employee != null) {
                showTo(taskId, employee.login(), assignee);
            }
        }
    }

    /** Shows a task to one more person, unless they have it already. */
    void showTo(String taskId, String login, @Nullable String assignee) {
        if (!login.equals(assignee) && !isShown(taskId, login)) {
            show(taskId, login);
        }
    }

    private boolean isShown(String taskId, String login) {
        return authorizationService
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(taskId)
                        .userIdIn(login)
                        .count()
                > 0;
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
