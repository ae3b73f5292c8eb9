package io.konsens.platform.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.konsens.platform.engine.EngineDoors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the engine's own API accepts and must not: expressions from outside (CVE-2026-109432), the anonymous creation of
 * an administrator (CVE-2026-77226), and NUL characters, which PostgreSQL answers with an error of its own.
 *
 * <p>Neither hole will be mended in the community edition, so they are closed in front of it.
 */
class EngineDoorFilter extends OncePerRequestFilter {

    private static final int LARGEST_JSON = 10 * 1024 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSetup(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!EngineDoors.isEngineDoor(request)) {
            chain.doFilter(request, response);
            return;
        }
        String objection = objectionTo(request);
        if (objection == null && mayCarryJson(request)) {
            byte[] body = request.getInputStream().readNBytes(LARGEST_JSON + 1);
            objection = body.length > LARGEST_JSON ? "The request is too large" : objectionTo(body);
            if (objection == null) {
                chain.doFilter(new Replayed(request, body), response);
                return;
            }
        }
        if (objection != null) {
            refuse(response, objection);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isSetup(HttpServletRequest request) {
        String path = request.getRequestURI().toLowerCase(Locale.ROOT);
        return path.startsWith("/camunda/") && path.matches(".*/setup(/.*|;.*)?");
    }

    private static boolean mayCarryJson(HttpServletRequest request) {
        String type = request.getContentType();
        return !request.getMethod().matches("GET|HEAD|OPTIONS")
                && (type == null
                        || !(type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded")));
    }

    private static @Nullable String objectionTo(HttpServletRequest request) {
        if (request.getRequestURI().contains("%00")) {
            return "NUL characters are not allowed";
        }
        String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        for (String name : request.getParameterMap().keySet()) {
            if (isExpression(name)) {
                return "Expressions are not accepted: " + name;
            }
        }
        return query.contains("%00") ? "NUL characters are not allowed" : null;
    }

    private static @Nullable String objectionTo(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return "Expressions are not accepted: " + parser.currentName();
                }
                if (token.isScalarValue() && parser.getText().indexOf('\0') >= 0) {
                    return "NUL characters are not allowed";
                }
            }
            return null;
        } catch (IOException e) {
            // Not JSON: the engine will say so itself, and evaluates nothing it cannot read.
            return body.length == 0 ? null : "The request is not readable as JSON";
        }
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static void refuse(HttpServletResponse response, String objection) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(("{\"type\":\"InvalidRequestException\",\"message\":\"" + objection.replace("\"", "'") + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The request with the body we have read. */
    private static final class Replayed extends HttpServletRequestWrapper {

        private final byte[] body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return bytes.read(into, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
