package io.konsens.platform;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who is calling. Every door (our API and pages, engine REST, the web applications) sets the engine's authentication for
 * the length of a request, so this is the one place to ask.
 */
@Component
public class CurrentCaller {

    private final IdentityService identityService;

    CurrentCaller(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** @throws Refusal FORBIDDEN if nobody is logged in, which only a door left open can cause */
    public Caller get() {
        Authentication authentication = identityService.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw Refusal.forbidden("refusal.notLoggedIn");
        }
        return new Caller(authentication.getUserId(), Set.copyOf(authentication.getGroupIds()));
    }
}
