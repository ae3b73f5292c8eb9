package io.konsens.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.konsens.testing.StandIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks Salesforce's contract, keeps records under their external key, and has whatever mishap it is told to have. */
public class SalesforceStandIn extends StandIn {

    public static final String UPSERT = "/services/data/v66.0/composite/sobjects/Sales_Target__c/External_Key__c";
    static final String QUERY = "/services/data/v66.0/query";
    private static final Pattern LIKE = Pattern.compile("WHERE External_Key__c LIKE '(.*)%'$");
    private static final int PAGE = 2;

    /** By external key. */
    public final Map<String, JsonNode> records = new TreeMap<>();

    /** The upserts as they came. */
    public final List<String> bodies = new ArrayList<>();

    /** The SOQL it was asked. */
    public final List<String> queries = new ArrayList<>();

    /** The code each of these keys is answered with. */
    public final Map<String, String> errors = new HashMap<>();

    /** Keys that more than one record has: the whole call is answered 300. */
    public final Set<String> ambiguous = new HashSet<>();

    private List<JsonNode> found = List.of();

    @Override
    public void clear() {
        records.clear();
        bodies.clear();
        queries.clear();
        errors.clear();
        ambiguous.clear();
        super.clear();
    }

    /** As if somebody had changed a figure over there. */
    public void change(String key, String field, String figure) {
        ((ObjectNode) records.get(key)).put(field, new BigDecimal(figure));
    }

    /** As if somebody had copied a record over there. */
    public void keepAs(String key, JsonNode record) {
        records.put(key, ((ObjectNode) record.deepCopy()).put("External_Key__c", key));
    }

    @Override
    public synchronized Map<String, String> amounts() {
        Map<String, String> amounts = new TreeMap<>();
        records.forEach((key, fields) ->
                amounts.put(key, fields.get("Amount__c").decimalValue().toPlainString()));
        return amounts;
    }

    @Override
    protected ResponseDefinition answer(Request request) {
        String path = request.getUrl();
        String body = request.getBodyAsString();
        if (path.equals("/services/oauth2/token")) {
            return token(body, """
                    ,"signature":"s","token_format":"opaque","instance_url":"https://elsewhere.example",
                    "id":"https://login.example/id","issued_at":"1764000000000\"""");
        }
        if (!isLoggedIn(request)) {
            return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        if (path.startsWith(QUERY)) {
            return query(request);
        }
        if (!path.equals(UPSERT) || !request.getMethod().getName().equals("PATCH")) {
            return error(404, "NOT_FOUND", "The requested resource does not exist");
        }
        return upsert(body);
    }

    /** Targets whose key begins with what is asked for, whatever its case, two at a time. */
    private ResponseDefinition query(Request request) {
        if (request.queryParameter("q").isPresent()) {
            String soql = request.queryParameter("q").firstValue();
            queries.add(soql);
            Matcher like = LIKE.matcher(soql);
            if (!like.find()) {
                return error(400, "MALFORMED_QUERY", "unexpected token");
            }
            String prefix = like.group(1).replaceAll("\\\\{1,2}([_%'])", "$1").toLowerCase(Locale.ROOT);
            found = records.entrySet().stream()
                    .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(Map.Entry::getValue)
                    .toList();
            return page(0);
        }
        return page(Integer.parseInt(request.getUrl().replaceAll(".*-", "")));
    }

    private ResponseDefinition page(int from) {
        int end = Math.min(found.size(), from + PAGE);
        boolean done = end == found.size();
        return json(
                        200,
                        "{\"totalSize\":%d,\"done\":%s,%s\"records\":%s}"
                                .formatted(
                                        found.size(),
                                        done,
                                        done ? "" : "\"nextRecordsUrl\":\"" + QUERY + "/01gD0000-" + end + "\",",
                                        found.subList(from, end)))
                .build();
    }

    private ResponseDefinition upsert(String body) {
        List<JsonNode> sent = new ArrayList<>();
        read(body).get("records").forEach(sent::add);
        List<String> keys = sent.stream().map(SalesforceStandIn::key).toList();
        calls.add(keys);
        bodies.add(body);
        Mishap mishap = nextMishap();
        if (!mishap.takesEffect()) {
            return mishap.spoil().apply(json(200, "")).build();
        }
        if (sent.size() > 200) {
            return error(400, "EXCEEDED_MAX_SIZE_REQUEST", "record limit reached");
        }
        if (keys.stream().anyMatch(ambiguous::contains)) {
            return json(300, "[\"/services/data/v66.0/sobjects/Sales_Target__c/a01\"]")
                    .build();
        }
        List<String> results = sent.stream().map(this::keep).toList();
        return mishap.spoil()
                .apply(json(200, "[" + String.join(",", results) + "]"))
                .build();
    }

    private String keep(JsonNode fields) {
        String key = key(fields);
        if (errors.containsKey(key)) {
            return "{\"success\":false,\"errors\":[{\"statusCode\":\"%s\",\"message\":\"Told to\"}],\"created\":false}"
                    .formatted(errors.get(key));
        }
        boolean created = records.put(key, fields) == null;
        return "{\"id\":\"id-%s\",\"success\":true,\"errors\":[],\"created\":%s}".formatted(key, created);
    }

    private static String key(JsonNode fields) {
        return fields.get("External_Key__c").asText();
    }

    private static ResponseDefinition error(int status, String code, String message) {
        return json(status, "[{\"message\":\"%s\",\"errorCode\":\"%s\"}]".formatted(message, code))
                .build();
    }
}
