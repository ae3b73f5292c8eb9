package io.konsens.handover.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.konsens.testing.StandIn;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks OData v4 and keeps targets. What is written, and how, is each dialect's own. */
public abstract class ErpStandIn extends StandIn {

    static final String KEY = "ExternalKey";
    static final String USER = "Basic a29uc2VuczpzM2NyZXQ=";
    private static final Pattern STARTS_WITH = Pattern.compile("\\$filter=startswith\\(ExternalKey,'(.*)'\\)$");
    private static final int PAGE = 2;

    /** By external key, in the order they came. More than one may have the same, if somebody copied it. */
    private final Map<String, List<ObjectNode>> targets = new LinkedHashMap<>();

    /** The status with which writing under each of these keys is refused. */
    public final Map<String, Integer> errors = new HashMap<>();

    /** The queries it was asked when targets were read back. */
    final List<String> queries = new ArrayList<>();

    @Override
    public void clear() {
        targets.clear();
        errors.clear();
        queries.clear();
        super.clear();
    }

    /** Where the service is. */
    abstract String root();

    public String service() {
        return url() + root();
    }

    final List<ObjectNode> targets() {
        return targets.values().stream().flatMap(List::stream).toList();
    }

    final List<ObjectNode> targets(String key) {
        return targets.getOrDefault(key, List.of());
    }

    public ObjectNode target(String key) {
        return targets(key).get(0);
    }

    void keep(ObjectNode target) {
        targets.computeIfAbsent(target.get(KEY).asText(), key -> new ArrayList<>())
                .add(target);
    }

    /** As if somebody had deleted it over there. */
    public void remove(String key) {
        targets.remove(key);
    }

    /** As if somebody had changed a figure over there. */
    public void change(String key, String amount) {
        target(key).put("Amount", new BigDecimal(amount));
    }

    /** As if somebody had copied a target over there. */
    public void copy(String key, String newKey) {
        keep(target(key).deepCopy().put(KEY, newKey));
    }

    @Override
    public synchronized Map<String, String> amounts() {
        Map<String, String> amounts = new TreeMap<>();
        targets.forEach((key, held) -> amounts.put(
                key,
                held.stream()
                        .map(target -> target.get("Amount").decimalValue().toPlainString())
                        .collect(Collectors.joining(" and "))));
        return amounts;
    }

    @Override
    protected final ResponseDefinition answer(Request request) {
        if (request.getUrl().equals("/token")) {
            return token(request.getBodyAsString(), ",\"expires_in\":3600");
        }
        if (!isLoggedIn(request) && !USER.equals(request.getHeader("Authorization"))) {
            return error(401, "Unauthorized", "Log in").build();
        }
        String url = URLDecoder.decode(request.getUrl(), StandardCharsets.UTF_8);
        if (request.getMethod().getName().equals("GET") && url.startsWith(root() + "/Targets?")) {
            return page(url).build();
        }
        return dialect(request).build();
    }

    abstract ResponseDefinitionBuilder dialect(Request request);

    /** Targets whose key begins with what is asked for, whatever its case, two at a time. */
    private ResponseDefinitionBuilder page(String url) {
        queries.add(url);
        int skip = url.contains("$skiptoken=") ? Integer.parseInt(url.replaceAll(".*=", "")) : 0;
        Matcher filter = STARTS_WITH.matcher(url.replaceAll("&\\$skiptoken=.*", ""));
        if (!filter.find()) {
            return error(400, "BadRequest", "No such filter");
        }
        String prefix = unquoted(filter.group(1)).toLowerCase(Locale.ROOT);
        List<ObjectNode> found = targets().stream()
                .filter(target ->
                        target.get(KEY).asText().toLowerCase(Locale.ROOT).startsWith(prefix))
                .toList();
        int end = Math.min(found.size(), skip + PAGE);
        // Decimals as strings, which is what was asked for.
        List<ObjectNode> page = found.subList(skip, end).stream()
                .map(target -> target.deepCopy()
                        .put("Amount", target.get("Amount").decimalValue().toPlainString()))
                .toList();
        String next = "Targets?$filter=" + encoded("startswith(ExternalKey,'" + filter.group(1) + "')") + "&$skiptoken="
                + end;
        return json(
                200,
                "{\"value\":%s%s}".formatted(page, end < found.size() ? ",\"@odata.nextLink\":\"" + next + "\"" : ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String unquoted(String text) {
        return text.replace("''", "'");
    }

    static ResponseDefinitionBuilder error(int status, String code, String message) {
        return json(status, errorBody(code, message));
    }

    static String errorBody(String code, String message) {
        return "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message);
    }

    static ObjectNode object(JsonNode node) {
        return (ObjectNode) node;
    }
}
