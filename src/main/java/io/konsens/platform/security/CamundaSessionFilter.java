package io.konsens.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is logged in to the task list is logged in to our pages: both use one session, the engine's web application's.
 *
 * <p>Not if a password comes with the request: then it alone counts, since such a request needs no CSRF token.
 */
class CamundaSessionFilter extends OncePerRequestFilter {

    private final String engineName;
    private final long groupsKnownFor;

    /** @param groupsKnownFor milliseconds after which a session's user and groups are looked up again */
    CamundaSessionFilter(String engineName, long groupsKnownFor) {
        this.engineName = engineName;
        this.groupsKnownFor = groupsKnownFor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        boolean password = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        if (!password && session != null && user(session) instanceof UserAuthentication user) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(EngineIdentity.token(user.getIdentityId(), user.getGroupIds()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private @Nullable Authentication user(HttpSession session) {
        Authentications known = AuthenticationUtil.getAuthsFromSession(session);
        AuthenticationUtil.updateCache(known, session, groupsKnownFor);
        return known.getAuthenticationForProcessEngine(engineName);
    }
}
