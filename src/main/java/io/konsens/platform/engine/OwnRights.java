package io.konsens.platform.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/** What the engine grants people by itself to what is theirs. */
class OwnRights extends DefaultAuthorizationProvider {

    /** People may change their own password. The engine would also let them delete themselves, in the midst of a negotiation. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {
            createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(), READ, UPDATE)
        };
    }

    /**
     * Whoever owns a task had it before it went to somebody else, and still has the right to it. The engine would grant it
     * a second time, and fail if the first one is not written yet.
     */
    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return new AuthorizationEntity[0];
    }
}
