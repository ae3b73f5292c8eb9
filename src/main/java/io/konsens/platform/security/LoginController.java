package io.konsens.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in and out, for our pages and the engine's web applications at once. */
@Controller
class LoginController {

    private final EngineIdentity identity;
    private final IdentityService identityService;
    private final ProcessEngine engine;
    private final CamundaCsrfTokens csrfTokens = new CamundaCsrfTokens();

    LoginController(EngineIdentity identity, IdentityService identityService, ProcessEngine engine) {
        this.identity = identity;
        this.identityService = identityService;
        this.engine = engine;
    }

    @GetMapping("/login")
    String page(@RequestParam(defaultValue = "/") String next, Model model) {
        model.addAttribute("next", local(next));
        return "login";
    }

    @PostMapping("/login")
    String login(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            identity.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username.strip(), password));
        } catch (AuthenticationException e) {
            model.addAttribute("next", local(next));
            model.addAttribute("username", username);
            model.addAttribute("failed", true);
            return "login";
        }
        identityService.clearAuthentication();
        // A new session, so that one somebody else prepared is worth nothing.
        AuthenticationUtil.revalidateSession(
                request, AuthenticationUtil.createAuthentication(engine, username.strip()));
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        return "redirect:" + local(next);
    }

    @PostMapping("/logout")
    String logout(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:/login";
    }

    /** Only to a page of ours: an address somebody slipped into the link leads home. */
    private static String local(String next) {
        return next.matches("/[^/\\\\\\s\\p{Cntrl}][^\\s\\p{Cntrl}]*") ? next : "/";
    }
}
