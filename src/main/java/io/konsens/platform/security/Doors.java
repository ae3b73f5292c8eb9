package io.konsens.platform.security;

import io.konsens.platform.engine.EngineDoors;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors of the product, and what each asks of those who come. */
@Configuration
class Doors {

    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final IdentityService identityService;
    private final ProcessEngine engine;

    private final long groupsKnownFor;

    Doors(IdentityService identityService, ProcessEngine engine, CamundaBpmProperties properties) {
        this.identityService = identityService;
        this.engine = engine;
        this.groupsKnownFor = properties.getWebapp().getAuth().getCache().getTimeToLive();
    }

    /** The engine's web applications look after themselves: login, session, CSRF, headers. */
    @Bean
    @Order(1)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(under("/camunda"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    /** For programs: a password with every request, no session, so nothing a foreign page could ride on. */
    @Bean
    @Order(2)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return http.securityMatcher(under(EngineDoors.REST))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(Doors::unauthorized))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new EngineAuthenticationFilter(identityService), BasicAuthenticationFilter.class)
                .build();
    }

    /** Our pages and our API: the task list's session with its CSRF token, or a password with every request. */
    @Bean
    @Order(3)
    SecurityFilterChain konsens(HttpSecurity http) throws Exception {
        AuthenticationEntryPoint loginPage = new LoginUrlAuthenticationEntryPoint("/login");
        return http.authorizeHttpRequests(requests -> requests
                        // What was let in may be passed on inside, to a view or to the page that tells of an error.
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/konsens.css", "/favicon.ico", "/icons/**", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/webjars/**", "/grid/**", "/js/**", "/progress/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(Doors::unauthorized))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                Doors::unauthorized, Doors::isForPrograms)
                        .defaultAuthenticationEntryPointFor(loginPage, request -> true)
                        .accessDeniedHandler(Doors::denied))
                .csrf(csrf -> csrf.csrfTokenRepository(new CamundaCsrfTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(needsCsrfToken()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                // The session gets its new id at login. Here it must keep it: a page asks for several things at once.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER)
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new CamundaSessionFilter(engine.getName(), groupsKnownFor), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identityService), BasicAuthenticationFilter.class)
                .build();
    }

    /** Before everything else, except what decides how to read the request. */
    @Bean
    FilterRegistrationBean<DoorFilter> doorFilter() {
        FilterRegistrationBean<DoorFilter> filter = new FilterRegistrationBean<>(new DoorFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** By the whole path: behind it are servlets of their own, where Spring's patterns would only see the rest. */
    private static RequestMatcher under(String path) {
        return request ->
                request.getRequestURI().equals(path) || request.getRequestURI().startsWith(path + "/");
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/v3/");
    }

    /** A password in the request itself cannot be forged by a foreign page, unless a browser keeps and adds it: see below. */
    private static RequestMatcher needsCsrfToken() {
        return request -> !request.getMethod().matches("GET|HEAD|OPTIONS|TRACE")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    /** Programs are told how to log in. Browsers are not: they would keep the password and send it unasked from then on. */
    private static void unauthorized(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Konsens\", charset=\"UTF-8\"");
        }
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** A login page that stood open until its session was over is just shown again. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (request.getServletPath().equals("/login")) {
            response.sendRedirect("/login");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
