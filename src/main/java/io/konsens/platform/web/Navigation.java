package io.konsens.platform.web;

import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the head of every page offers its user. */
@ControllerAdvice(annotations = Controller.class)
class Navigation {

    /** Which doors are open to somebody. */
    public record Doors(
            String userId,
            boolean tasklist,
            boolean reviews,
            boolean processOwner,
            boolean handover,
            boolean cockpit) {}

    @ModelAttribute("navigation")
    @Nullable
    Doors navigation() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || known instanceof AnonymousAuthenticationToken) {
            return null;
        }
        // Not from CurrentCaller: when an error is shown, the request that set it is over.
        Caller user = new Caller(
                known.getName(),
                known.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
        boolean processOwner = user.in(Groups.PROCESS_OWNER);
        boolean admin = user.in(Groups.ADMIN);
        boolean tasklist = user.in(Groups.REP) || user.in(Groups.MANAGER) || processOwner || admin;
        return new Doors(
                user.userId(),
                tasklist,
                user.in(Groups.MANAGER),
                processOwner,
                processOwner || user.in(Groups.FINANCE),
                processOwner || admin);
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
