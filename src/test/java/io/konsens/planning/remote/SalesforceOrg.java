package io.konsens.planning.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers SOQL queries as Salesforce's contract says, by pages and by jobs, with whatever mishap it is told to have. */
class SalesforceOrg implements ResponseDefinitionTransformerV2 {

    static final String DATA = "/services/data/v66.0";
    private static final int PAGE = 2;
    private static final Pattern SOQL = Pattern.compile("SELECT (.*?) FROM (\\w+)( WHERE .*)?");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** By object, its records as JSON. */
    final Map<String, List<String>> records = new HashMap<>();

    /** Method and address of every call, tokens included, in their order. */
    final List<String> calls = new ArrayList<>();

    /** By job, what it was asked. */
    private final Map<String, String> jobs = new TreeMap<>();

    private final List<Mishap> mishaps = new ArrayList<>();
    private int tokens;
    private boolean sessionEnded;
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").extensions(this));

    private record Mishap(Pattern calls, UnaryOperator<ResponseDefinitionBuilder> spoil) {}

    void open() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
    }

    String url() {
        return server.baseUrl();
    }

    void clear() {
        records.clear();
        calls.clear();
        jobs.clear();
        mishaps.clear();
    }

    void has(String object, String... json) {
        records.put(object, new ArrayList<>(Arrays.asList(json)));
    }

    /** Spoils the answer to the next call of this kind. */
    void next(String call, UnaryOperator<ResponseDefinitionBuilder> spoil) {
        mishaps.add(new Mishap(Pattern.compile(call), spoil));
    }

    /** Ends the session at the next call of this kind. */
    void endSessionAt(String call) {
        next(call, answer -> {
            sessionEnded = true;
            return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        });
    }

    long callsOf(String call) {
        return calls.stream().filter(Pattern.compile(call).asPredicate()).count();
    }

    @Override
    public String getName() {
        return "salesforce-org";
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String call = request.getMethod() + " " + request.getUrl();
        calls.add(call);
        if (call.equals("POST /services/oauth2/token")) {
            sessionEnded = false;
            return json("{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\"}".formatted(++tokens))
                    .build();
        }
        ResponseDefinitionBuilder answer =
                sessionEnded || !("Bearer token-" + tokens).equals(request.getHeader("Authorization"))
                        ? error(401, "INVALID_SESSION_ID", "Session expired or invalid")
                        : answer(request);
        Iterator<Mishap> waiting = mishaps.iterator();
        while (waiting.hasNext()) {
            Mishap mishap = waiting.next();
            if (mishap.calls().matcher(call).find()) {
                waiting.remove();
                return mishap.spoil().apply(answer).build();
            }
        }
        return answer.build();
    }

    private ResponseDefinitionBuilder answer(Request request) {
        String path = request.getUrl().replaceFirst("\\?.*", "");
        if (path.equals(DATA + "/query")) {
            return page(request.queryParameter("q").firstValue(), 0);
        }
        if (path.startsWith(DATA + "/query/")) {
            String[] cursor = path.substring((DATA + "/query/").length()).split("-");
            return page("SELECT Id FROM " + cursor[0], Integer.parseInt(cursor[1]));
        }
        if (path.equals(DATA + "/jobs/query")) {
            String job = "750" + jobs.size();
            jobs.put(job, read(request.getBodyAsString()).path("query").asText());
            return json("{\"id\":\"%s\",\"state\":\"UploadComplete\"}".formatted(job));
        }
        if (path.endsWith("/results")) {
            String locator = request.queryParameter("locator").isPresent()
                    ? request.queryParameter("locator").firstValue()
                    : "0";
            int rows = Integer.parseInt(request.queryParameter("maxRecords").firstValue());
            return part(jobs.get(path.split("/")[6]), Integer.parseInt(locator), rows);
        }
        return json("{\"id\":\"7500\",\"state\":\"JobComplete\"}");
    }

    private ResponseDefinitionBuilder page(String soql, int from) {
        Matcher query = query(soql);
        List<String> all = records.getOrDefault(query.group(2), List.of());
        int to = Math.min(all.size(), from + PAGE);
        boolean done = to == all.size();
        String next = "\"nextRecordsUrl\":\"%s/query/%s-%d\",".formatted(DATA, query.group(2), to);
        return json("{\"totalSize\":%d,\"done\":%s,%s\"records\":[%s]}"
                .formatted(all.size(), done, done ? "" : next, String.join(",", all.subList(from, to))));
    }

    /** As CSV, every value in quotes, numbers as they are. */
    private ResponseDefinitionBuilder part(String soql, int from, int rows) {
        Matcher query = query(soql);
        List<String> fields = List.of(query.group(1).split(", "));
        List<String> all = records.getOrDefault(query.group(2), List.of());
        int to = Math.min(all.size(), from + rows);
        String csv = all.subList(from, to).stream()
                .map(SalesforceOrg::read)
                .map(record -> fields.stream()
                        .map(field -> "\"" + text(record, field) + "\"")
                        .collect(Collectors.joining(",")))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return new ResponseDefinitionBuilder()
                .withStatus(200)
                .withHeader("Content-Type", "text/csv")
                .withHeader("Sforce-NumberOfRecords", String.valueOf(to - from))
                .withHeader("Sforce-Locator", to == all.size() ? "null" : String.valueOf(to))
                .withBody("\"" + String.join("\",\"", fields) + "\"\n" + csv);
    }

    private static String text(JsonNode record, String path) {
        JsonNode value = record.at("/" + path.replace('.', '/'));
        return value.isNull() ? "" : value.asText("").replace("\"", "\"\"");
    }

    private static Matcher query(String soql) {
        Matcher query = SOQL.matcher(soql);
        if (!query.matches()) {
            throw new IllegalArgumentException(soql);
        }
        return query;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ResponseDefinitionBuilder error(int status, String code, String message) {
        return json("[{\"message\":\"%s\",\"errorCode\":\"%s\"}]".formatted(message, code))
                .withStatus(status);
    }

    static ResponseDefinitionBuilder json(String body) {
        return new ResponseDefinitionBuilder()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
