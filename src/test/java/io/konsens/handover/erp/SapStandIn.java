package io.konsens.handover.erp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SAP dialect: upserts by PATCH, within a session that has a token. */
public class SapStandIn extends ErpStandIn {

    private static final Pattern ONE = Pattern.compile("/sap/odata/v4/Targets\\('(.*)'\\)");

    /** How often a token was fetched. */
    int tokensFetched;

    /** By token, the cookies that belong to it. */
    private final Map<String, String> csrfSessions = new HashMap<>();

    @Override
    String root() {
        return "/sap/odata/v4";
    }

    void endCsrfSessions() {
        csrfSessions.clear();
    }

    @Override
    ResponseDefinitionBuilder dialect(Request request) {
        if (request.getUrl().equals(root() + "/") && "Fetch".equals(request.getHeader("X-CSRF-Token"))) {
            return fetched();
        }
        Matcher one = ONE.matcher(URLDecoder.decode(request.getUrl(), StandardCharsets.UTF_8));
        if (!one.matches() || !request.getMethod().getName().equals("PATCH")) {
            return error(404, "NotFound", "No such resource");
        }
        String cookies = csrfSessions.get(Objects.requireNonNullElse(request.getHeader("X-CSRF-Token"), ""));
        if (cookies == null || !cookies.equals(request.getHeader("Cookie"))) {
            return json(403, "CSRF token validation failed")
                    .withHeader("Content-Type", "text/plain")
                    .withHeader("x-csrf-token", "Required");
        }
        String key = unquoted(one.group(1));
        calls.add(List.of(key));
        Mishap mishap = nextMishap();
        return mishap.spoil()
                .apply(mishap.takesEffect() ? upsert(key, object(read(request.getBodyAsString()))) : json(200, ""));
    }

    private ResponseDefinitionBuilder fetched() {
        String token = "csrf-" + ++tokensFetched;
        csrfSessions.put(token, "sap-usercontext=sap-client=100; SAP_SESSIONID=" + tokensFetched);
        return json(200, "{\"value\":[]}")
                .withHeader("x-csrf-token", token)
                .withHeader("Set-Cookie", "sap-usercontext=sap-client=100; path=/")
                .withHeader("Set-Cookie", "SAP_SESSIONID=" + tokensFetched + "; path=/; secure; HttpOnly");
    }

    private ResponseDefinitionBuilder upsert(String key, ObjectNode fields) {
        if (errors.containsKey(key)) {
            return error(errors.get(key), "ZHR/007", "Told to");
        }
        List<ObjectNode> found = targets(key);
        found.forEach(target -> target.setAll(fields));
        if (found.isEmpty()) {
            keep(fields.put(KEY, key));
        }
        return json(found.isEmpty() ? 201 : 204, "")
                .withHeader("OData-EntityId", "Targets('%s')".formatted(key.replaceAll(".*:", "")));
    }
}
