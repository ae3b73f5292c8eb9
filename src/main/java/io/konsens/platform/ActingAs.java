package io.konsens.platform;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Does something in a user's name, with exactly that user's rights, where no request says who is asking. */
@Component
public class ActingAs {

    private final IdentityService identityService;

    ActingAs(IdentityService identityService) {
        this.identityService = identityService;
    }

    public void user(String userId, Runnable work) {
        identityService.clearAuthentication();
        var groups = identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        identityService.setAuthentication(userId, groups);
        try {
            work.run();
        } finally {
            identityService.clearAuthentication();
        }
    }
}
