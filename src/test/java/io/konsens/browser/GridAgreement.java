package io.konsens.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An agreement as our API shows it, and just enough of how it takes changes: versions, and no negative plans. */
final class GridAgreement {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Map<String, String>> FIELDS = Map.of(
            "plan", Map.of("plan", "plan", "comment", "planComment"),
            "proposal", Map.of("proposal", "proposal", "reason", "proposalReason"),
            "response", Map.of("response", "response", "comment", "responseComment"),
            "agreed", Map.of("agreed", "agreed"));

    private final ObjectNode agreement;
    private final List<String> record = new ArrayList<>();

    record Answer(int status, JsonNode body) {}

    private GridAgreement(String right, String state) {
        agreement = read("""
                {"id": "A1", "periodId": "2027", "repId": "rita", "repName": "Rita Reich", "managerId": "max",
                 "managerName": "Max Meier", "state": "%s", "round": 1, "roundsAllowed": 2, "revision": 1,
                 "currency": "EUR", "viewer": "rita", "reopened": false, "stepDue": "2026-12-01T17:00:00Z",
                 "sha256": "2ce1d9fa8788bc35", "allowed": ["VIEW", "%s"],
                 "metrics": [
                   {"metricId": "revenue", "nameDe": "Umsatz", "nameEn": "Revenue", "unit": "CURRENCY"},
                   {"metricId": "margin", "nameDe": "Deckungsbeitrag", "nameEn": "Contribution margin", "unit": "PERCENT"},
                   {"metricId": "customers", "nameDe": "Neukunden", "nameEn": "New customers", "unit": "COUNT"}],
                 "accounts": [{"id": "K1", "name": "Alster"}], "productGroups": ["Tee", "Gebäck"], "changed": [], "lines": []}
                """.formatted(state, right));
    }

    /** In a step in which one may do this; {@code VIEW} for none. */
    static GridAgreement in(String state, String right) {
        return new GridAgreement(right, state);
    }

    /** A line of revenue; it has {@code position} for its id. */
    GridAgreement line(String account, String productGroup, String baseline) {
        ObjectNode line = add("revenue", "REP").put("accountId", account).put("accountName", account);
        line.put("productGroup", productGroup).put("baseline", baseline);
        return this;
    }

    /** A line for the whole agreement. */
    GridAgreement whole(String metric, String setBy) {
        add(metric, setBy);
        return this;
    }

    /** What the newest line says. */
    GridAgreement with(String field, String value) {
        lastLine().put(field, value);
        return this;
    }

    GridAgreement alignable() {
        lastLine().put("alignable", true).put("deviates", true);
        return this;
    }

    /** Since whoever looks at it completed a step last. */
    GridAgreement changedByOthers() {
        ((ArrayNode) agreement.get("changed")).add(lastLine().get("id"));
        return this;
    }

    /** Somebody completes the step. */
    void complete(String nextState) {
        agreement.put("state", nextState);
    }

    JsonNode json() {
        return agreement.put("last", record.size());
    }

    /** What has happened after an entry of the record. */
    JsonNode news(int after) {
        ObjectNode news = JSON.createObjectNode().put("last", record.size());
        news.set("state", agreement.get("state"));
        ArrayNode lines = news.putArray("lines");
        record.stream().skip(after).distinct().forEach(id -> lines.add(line(Integer.parseInt(id))));
        return news;
    }

    JsonNode line(int position) {
        return agreement.get("lines").get(position - 1);
    }

    /** Somebody else changes a line, somewhere else. */
    void changeElsewhere(int position, String field, String value) {
        ObjectNode line = (ObjectNode) line(position);
        line.put(field, value).put("version", line.get("version").intValue() + 1);
        record.add(line.get("id").asText());
    }

    Answer change(JsonNode changes) {
        for (JsonNode change : changes) {
            JsonNode line = line(change.get("lineId").asInt());
            if (line.get("version").intValue() != change.get("version").intValue()) {
                return refusal(409, "version", "Jemand anderes war schneller.", line);
            }
            if (change.path("plan").asText().startsWith("-")) {
                return refusal(422, "plan", "Der Plan darf nicht negativ sein.", null);
            }
        }
        ArrayNode changed = JSON.createArrayNode();
        changes.forEach(change -> changed.add(apply(change)));
        return new Answer(200, changed);
    }

    private ObjectNode apply(JsonNode change) {
        ObjectNode line = (ObjectNode) line(change.get("lineId").asInt());
        FIELDS.forEach((kind, fields) -> {
            if (change.has(kind)) {
                fields.forEach((name, field) ->
                        line.set(field, change.path(name).asText().isEmpty() ? JSON.nullNode() : change.get(name)));
            }
        });
        record.add(line.get("id").asText());
        return line.put("version", line.get("version").intValue() + 1).deepCopy();
    }

    private static Answer refusal(int status, String field, String message, @Nullable JsonNode line) {
        ObjectNode body = JSON.createObjectNode().put("status", status).put("detail", message);
        body.putArray("errors").addObject().put("field", field).put("message", message);
        return new Answer(status, line == null ? body : body.set("line", line.deepCopy()));
    }

    private ObjectNode add(String metric, String setBy) {
        ArrayNode lines = (ArrayNode) agreement.get("lines");
        int position = lines.size() + 1;
        ObjectNode line = read("""
                {"version": 1, "accountId": null, "accountName": null, "productGroup": null, "baseline": null,
                 "plan": null, "planComment": null, "plausibility": "OK", "plausibilityRule": null,
                 "proposal": null, "proposalReason": null, "proposalRound": null, "response": null,
                 "responseComment": null, "agreed": null, "deviates": false, "alignable": false}
                """);
        lines.add(line);
        return line.put("id", String.valueOf(position))
                .put("position", position)
                .put("metric", metric)
                .put("setBy", setBy);
    }

    private ObjectNode lastLine() {
        return (ObjectNode) line(agreement.get("lines").size());
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(Objects.requireNonNull(e.getMessage()), e);
        }
    }
}
