package io.konsens.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Another system: speaks its contract, keeps what it is told, and has whatever mishap it is told to have. */
public abstract class StandIn implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The bodies of the requests for tokens. */
    public final List<String> tokenRequests = new ArrayList<>();

    /** The external keys that each call with something to write carried. */
    public final List<List<String>> calls = new ArrayList<>();

    private final Set<String> sessions = new HashSet<>();
    private final Deque<Mishap> mishaps = new ArrayDeque<>();
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").extensions(this));

    public void open() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
    }

    public void close() {
        server.stop();
    }

    public String url() {
        return server.baseUrl();
    }

    /** Forgets everything but who is logged in. */
    public void clear() {
        tokenRequests.clear();
        calls.clear();
        mishaps.clear();
        server.resetRequests();
    }

    public void endSessions() {
        sessions.clear();
    }

    /** Every call since it was cleared, in order. */
    public List<LoggedRequest> requests() {
        List<LoggedRequest> requests = new ArrayList<>();
        server.getAllServeEvents().forEach(event -> requests.add(event.getRequest()));
        Collections.reverse(requests);
        return requests;
    }

    /** The amounts it has, by external key, digit for digit. */
    public abstract Map<String, String> amounts();

    /** The same as numbers: whether a head count is written with decimals does not matter. */
    public Map<String, BigDecimal> figures() {
        Map<String, BigDecimal> figures = new TreeMap<>();
        amounts().forEach((key, text) -> figures.put(key, new BigDecimal(text).stripTrailingZeros()));
        return figures;
    }

    /** The next write has no effect and is answered like this. */
    public void refuseNext(int status, String body) {
        mishaps.add(new Mishap(false, answer -> answer.withStatus(status).withBody(body)));
    }

    /** The next write takes effect, but its answer is spoilt. */
    public void spoilNextAnswer(UnaryOperator<ResponseDefinitionBuilder> spoil) {
        mishaps.add(new Mishap(true, spoil));
    }

    @Override
    public String getName() {
        return getClass().getSimpleName();
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        return answer(event.getRequest());
    }

    protected abstract ResponseDefinition answer(Request request);

    protected boolean isLoggedIn(Request request) {
        return sessions.contains(request.getHeader("Authorization"));
    }

    /** @param more members of the answer */
    protected ResponseDefinition token(String body, String more) {
        tokenRequests.add(body);
        if (body.contains("client_secret=wrong")) {
            return json(400, "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}")
                    .build();
        }
        String token = "token-" + tokenRequests.size();
        sessions.add("Bearer " + token);
        return json(200, "{\"access_token\":\"%s\",\"token_type\":\"Bearer\"%s}".formatted(token, more))
                .build();
    }

    protected Mishap nextMishap() {
        return mishaps.isEmpty() ? new Mishap(true, answer -> answer) : mishaps.poll();
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static ResponseDefinitionBuilder json(int status, String body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    /** What happens to a call. */
    protected record Mishap(boolean takesEffect, UnaryOperator<ResponseDefinitionBuilder> spoil) {}
}
