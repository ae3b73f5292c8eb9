package io.konsens.platform.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** Why a request is not let in. The texts hold nothing of what was sent. */
final class Objections {

    private static final Optional<String> NUL = Optional.of("NUL characters are not allowed");
    private static final Optional<String> EXPRESSION = Optional.of("Expressions are not accepted");
    private static final Optional<String> UNREADABLE = Optional.of("The request is not readable");
    private static final JsonFactory JSON = new JsonFactory();

    private Objections() {}

    /** Objections to path, query and form fields. */
    static Optional<String> toAddress(HttpServletRequest request, boolean engine) {
        String address = request.getRequestURI();
        boolean plain =
                address.startsWith(request.getContextPath() + request.getServletPath()) && address.indexOf(';') < 0;
        if (engine && !plain) {
            // Written in a roundabout way, to be seen as one address here and as another one behind.
            return UNREADABLE;
        }
        if (address.contains("%00")) {
            return NUL;
        }
        Optional<String> objection = toFields(request.getQueryString(), engine);
        return objection.isEmpty() && isForm(request) && hasNul(request) ? NUL : objection;
    }

    /** Reads the query itself: what is behind us does, too, and knows no limit on the number of fields. */
    private static Optional<String> toFields(String query, boolean engine) {
        if (query == null) {
            return Optional.empty();
        }
        for (String field : query.split("[&;]")) {
            try {
                String read = URLDecoder.decode(field, StandardCharsets.UTF_8);
                if (read.indexOf('\0') >= 0) {
                    return NUL;
                }
                if (engine && isExpression(read.split("=", 2)[0])) {
                    return EXPRESSION;
                }
            } catch (IllegalArgumentException e) {
                return UNREADABLE;
            }
        }
        return Optional.empty();
    }

    private static boolean isForm(HttpServletRequest request) {
        return String.valueOf(request.getContentType())
                .toLowerCase(Locale.ROOT)
                .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static boolean hasNul(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .anyMatch(values -> String.join("", values).indexOf('\0') >= 0);
    }

    /** Objections to a body; one that is not JSON is left to whom it is meant for, except at the engine's door. */
    static Optional<String> toJson(byte[] body, boolean engine) {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (engine && token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return EXPRESSION;
                }
                if (parser.getText().indexOf('\0') >= 0) {
                    return NUL;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return engine && body.length > 0 ? UNREADABLE : Optional.empty();
        }
    }

    private static boolean isExpression(String name) {
        return name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }
}
