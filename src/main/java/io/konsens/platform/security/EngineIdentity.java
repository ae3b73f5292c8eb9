package io.konsens.platform.security;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The users of the engine are the users of everything. Their groups are their authorities. */
@Component
class EngineIdentity implements AuthenticationProvider {

    private final IdentityService identityService;

    EngineIdentity(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        return authenticated(given.getName(), String.valueOf(given.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("Unknown user or wrong password"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** Empty if user or password are wrong, or the engine has locked the user for the moment. */
    private Optional<Authentication> authenticated(String userId, String password) {
        // A NUL character can be in no name, and PostgreSQL would not even look.
        if (userId.indexOf('\0') >= 0 || !identityService.checkPassword(userId, password)) {
            return Optional.empty();
        }
        List<String> groups = identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        return Optional.of(token(userId, groups));
    }

    static Authentication token(String userId, List<String> groups) {
        return UsernamePasswordAuthenticationToken.authenticated(
                userId, null, groups.stream().map(SimpleGrantedAuthority::new).toList());
    }
}
