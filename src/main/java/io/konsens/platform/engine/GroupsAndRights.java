package io.konsens.platform.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import io.konsens.platform.AsSystem;
import io.konsens.platform.Groups;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Users;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The groups and what the engine grants them. Nobody is granted work on tasks or instances here: whoever gets a task gets
 * the right to work on that one.
 */
@Component
@Order(0)
class GroupsAndRights implements ApplicationRunner {

    private static final String EVERY = Authorization.ANY;

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final AsSystem asSystem;
    private final Users users;
    private final KonsensProperties properties;

    GroupsAndRights(
            IdentityService identityService,
            AuthorizationService authorizationService,
            AsSystem asSystem,
            Users users,
            KonsensProperties properties) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.asSystem = asSystem;
        this.users = users;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        asSystem.run(() -> {
            Groups.ALL.forEach(this::group);
            rights();
        });
        if (!properties.demo() && !properties.adminPassword().isEmpty()) {
            users.createIfMissing(
                    "admin",
                    "Administrator",
                    "",
                    properties.adminPassword(),
                    List.of(Groups.ADMIN, Groups.PROCESS_OWNER));
        }
    }

    private void rights() {
        for (Resource resource : Resources.values()) {
            grant(Groups.ADMIN, resource, EVERY, ALL);
        }
        for (String group : List.of(Groups.REP, Groups.MANAGER, Groups.PROCESS_OWNER)) {
            grant(group, APPLICATION, "tasklist", ACCESS);
        }
        for (String group : List.of(Groups.REP, Groups.MANAGER)) {
            grant(group, PROCESS_DEFINITION, EVERY, READ);
        }
        grant(Groups.PROCESS_OWNER, APPLICATION, "cockpit", ACCESS);
        // To follow the agreements in Cockpit; not READ_TASK: their task list shows their own work.
        grant(Groups.PROCESS_OWNER, PROCESS_DEFINITION, EVERY, READ, READ_INSTANCE, READ_HISTORY);
        // Not DELETE: it would take every running agreement of a version with it.
        grant(Groups.PROCESS_OWNER, DEPLOYMENT, EVERY, CREATE, READ);
        grant(Groups.PROCESS_OWNER, DECISION_DEFINITION, EVERY, READ);
        grant(Groups.PROCESS_OWNER, DECISION_REQUIREMENTS_DEFINITION, EVERY, READ);
    }

    private void group(String id) {
        if (identityService.createGroupQuery().groupId(id).count() == 0) {
            Group group = identityService.newGroup(id);
            group.setName(id);
            group.setType("konsens");
            identityService.saveGroup(group);
        }
    }

    private void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        boolean granted = authorizationService
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(resourceId)
                        .count()
                > 0;
        if (!granted) {
            Authorization authorization = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(resourceId);
            authorization.setPermissions(permissions);
            authorizationService.saveAuthorization(authorization);
        }
    }
}
