package io.konsens.platform;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Lets a program act as one of the users, with that user's rights and no more. */
@Component
public class AsUser {

    private final IdentityService identityService;
    private final AsSystem asSystem;

    AsUser(IdentityService identityService, AsSystem asSystem) {
        this.identityService = identityService;
        this.asSystem = asSystem;
    }

    public void run(String userId, Consumer<Caller> work) {
        List<String> groups = asSystem.call(() -> identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList());
        identityService.setAuthentication(userId, groups);
        try {
            work.accept(new Caller(userId, Set.copyOf(groups)));
        } finally {
            identityService.clearAuthentication();
        }
    }
}
