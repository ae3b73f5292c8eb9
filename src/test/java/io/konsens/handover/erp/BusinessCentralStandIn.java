package io.konsens.handover.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Business Central dialect: no upsert, but batches, and entities that know whether they were changed. */
public class BusinessCentralStandIn extends ErpStandIn {

    private static final Pattern SEARCH =
            Pattern.compile("Targets\\?\\$select=id,ExternalKey&\\$filter=ExternalKey eq '(.*)'");
    private static final Pattern ONE = Pattern.compile("Targets\\((.*)\\)");
    private static final int MOST_PARTS = 100;

    /** What somebody else does between the next look and the writing. */
    Runnable meanwhile = () -> {};

    /** Writing under these keys is not answered at all. */
    final Set<String> silentAbout = new HashSet<>();

    /** Searches are answered with this status, unless it is 0. */
    int searchStatus;

    /** By the entity's own key, its external one. */
    private final Map<String, String> keysById = new HashMap<>();

    private int changes;

    @Override
    String root() {
        return "/v2.0/api/acme/konsens/v1.0";
    }

    @Override
    public void clear() {
        meanwhile = () -> {};
        silentAbout.clear();
        searchStatus = 0;
        keysById.clear();
        super.clear();
    }

    @Override
    void keep(ObjectNode target) {
        keysById.putIfAbsent(target.get("id").asText(), target.get(KEY).asText());
        super.keep(target);
    }

    @Override
    public void change(String key, String amount) {
        super.change(key, amount);
        target(key).put("@odata.etag", "W/\"" + ++changes + "\"");
    }

    @Override
    ResponseDefinitionBuilder dialect(Request request) {
        if (!request.getUrl().equals(root() + "/$batch")) {
            return error(404, "BadRequest_NotFound", "No such resource");
        }
        List<JsonNode> parts = new ArrayList<>();
        read(request.getBodyAsString()).get("requests").forEach(parts::add);
        if (parts.size() > MOST_PARTS) {
            return error(400, "Unknown", "The current batch message contains too many parts");
        }
        boolean goesOn = String.valueOf(request.getHeader("Prefer")).contains("odata.continue-on-error");
        if (parts.get(0).get("method").asText().equals("GET")) {
            ResponseDefinitionBuilder found = answers(parts, goesOn);
            Runnable others = meanwhile;
            meanwhile = () -> {};
            others.run();
            return found;
        }
        calls.add(parts.stream().map(this::key).toList());
        Mishap mishap = nextMishap();
        return mishap.spoil().apply(mishap.takesEffect() ? answers(parts, goesOn) : json(200, ""));
    }

    private ResponseDefinitionBuilder answers(List<JsonNode> parts, boolean goesOn) {
        List<String> answers = new ArrayList<>();
        for (JsonNode part : parts) {
            Part answer = answer(part);
            if (!silentAbout.contains(key(part))) {
                answers.add("{\"id\":\"%s\",\"status\":%d,\"headers\":{},\"body\":%s}"
                        .formatted(part.get("id").asText(), answer.status, answer.body));
            }
            if (answer.status >= 400 && !goesOn) {
                break;
            }
        }
        return json(200, "{\"responses\":[" + String.join(",", answers) + "]}");
    }

    private record Part(int status, String body) {}

    private Part answer(JsonNode part) {
        String url = URLDecoder.decode(part.get("url").asText(), StandardCharsets.UTF_8);
        return switch (part.get("method").asText()) {
            case "GET" -> search(url);
            case "POST" -> create(object(part.get("body")));
            default -> update(url, part.at("/headers/If-Match").asText(), object(part.get("body")));
        };
    }

    private Part search(String url) {
        Matcher search = SEARCH.matcher(url);
        if (searchStatus != 0 || !search.matches()) {
            return refused(Math.max(400, searchStatus), "BadRequest", "Could not find a property");
        }
        return new Part(200, "{\"value\":" + targets(unquoted(search.group(1))) + "}");
    }

    private Part create(ObjectNode target) {
        String key = target.get(KEY).asText();
        if (errors.containsKey(key)) {
            return refused(errors.get(key), "Application_DialogException", "Told to");
        }
        if (!targets(key).isEmpty()) {
            return refused(400, "Internal_EntityWithSameKeyExists", "The target already exists");
        }
        keep(target.put("id", UUID.randomUUID().toString()).put("@odata.etag", "W/\"" + ++changes + "\""));
        return new Part(201, target.toString());
    }

    private Part update(String url, String match, ObjectNode change) {
        String key = keyOf(url);
        if (targets(key).isEmpty()) {
            return refused(404, "BadRequest_ResourceNotFound", "The target does not exist");
        }
        if (errors.containsKey(key)) {
            return refused(errors.get(key), "Application_DialogException", "Told to");
        }
        ObjectNode target = target(key);
        if (!match.equals("*") && !match.equals(target.get("@odata.etag").asText())) {
            return refused(412, "Request_EntityChanged", "Another user has already changed the record");
        }
        target.setAll(change);
        target.put("@odata.etag", "W/\"" + ++changes + "\"");
        return new Part(200, target.toString());
    }

    private static Part refused(int status, String code, String message) {
        return new Part(status, errorBody(code, message));
    }

    /** The external key a part is about; empty if it looks for one. */
    private String key(JsonNode part) {
        if (part.path("body").has(KEY)) {
            return part.get("body").get(KEY).asText();
        }
        return keyOf(URLDecoder.decode(part.get("url").asText(), StandardCharsets.UTF_8));
    }

    /** The external key of the entity at this address; empty if there never was one. */
    private String keyOf(String url) {
        Matcher one = ONE.matcher(url);
        return one.matches() ? keysById.getOrDefault(one.group(1), "") : "";
    }
}
