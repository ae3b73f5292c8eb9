package io.konsens.platform.security;

import io.konsens.platform.engine.EngineDoors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What no door lets in: NUL characters, which PostgreSQL answers with an error of its own, and on the engine's API
 * expressions from outside (CVE-2026-109432) and the anonymous creation of an administrator (CVE-2026-77226).
 *
 * <p>Neither hole will be mended in the community edition, so they are closed in front of it.
 */
class DoorFilter extends OncePerRequestFilter {

    private static final int LARGEST_JSON = 10 * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSetup(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean engine = EngineDoors.isEngineDoor(request);
        Optional<String> objection = Objections.toAddress(request, engine);
        if (objection.isPresent()) {
            refuse(response, engine, objection.get());
            return;
        }
        if (!carriesJson(request, engine)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_JSON + 1);
        if (body.length > LARGEST_JSON) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        objection = Objections.toJson(body, engine);
        if (objection.isPresent()) {
            refuse(response, engine, objection.get());
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    /** The address of the setup, of its page as well as of what the page calls. */
    private static boolean isSetup(HttpServletRequest request) {
        String path = EngineDoors.decodedPath(request).toLowerCase(Locale.ROOT);
        return path.startsWith("/camunda/") && path.matches(".*/setup(/.*)?");
    }

    /** The engine's API reads as JSON whatever does not claim to be something else. */
    private static boolean carriesJson(HttpServletRequest request, boolean engine) {
        if (request.getMethod().matches("GET|HEAD|OPTIONS")) {
            return false;
        }
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return engine
                ? !type.startsWith("multipart/") && !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                : type.contains("json");
    }

    /** In the words of the engine's API, whose callers look for a message. */
    private static void refuse(HttpServletResponse response, boolean engine, String objection) throws IOException {
        if (!engine) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write("{\"type\":\"InvalidRequestException\",\"message\":\"" + objection + "\",\"code\":null}");
    }
}
