package io.konsens.platform.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Calls another system, logged in, and once more if the session has ended before its time. */
public class RemoteCalls {

    /** Amounts as exact numbers, and without exponent: {@code 1E+3} is legal JSON, but not every reader's taste. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final RestClient http;
    private final @Nullable AccessTokens tokens;

    /** @param tokens null if the client logs in by itself, or need not */
    public RemoteCalls(RestClient http, @Nullable AccessTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /** Whatever was answered, whole. */
    public record Answer(int status, HttpHeaders headers, byte[] body) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** How long the system asks to be left alone; null unless it says so in seconds. */
        public @Nullable Duration retryAfter() {
            String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
            return seconds != null && seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
        }

        /** @throws IOException if it is no JSON; numbers in it are exact */
        public JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    /** A body to send. */
    public static byte[] json(Object body) throws IOException {
        return JSON.writeValueAsBytes(body);
    }

    /**
     * Sends a request.
     *
     * @param body JSON; null for none
     * @throws IOException if there is no answer, or none that can be read within the limits
     */
    public Answer exchange(HttpMethod method, URI uri, Consumer<HttpHeaders> headers, byte @Nullable [] body)
            throws IOException {
        if (tokens == null) {
            return send(method, uri, headers, body);
        }
        String token = tokens.token();
        Answer answer = send(method, uri, headers.andThen(all -> all.setBearerAuth(token)), body);
        if (answer.status() != HttpStatus.UNAUTHORIZED.value()) {
            return answer;
        }
        // The session ended before its time. Once more with a new one; if that is refused too, it is not the token.
        tokens.drop(token);
        String fresh = tokens.token();
        return send(method, uri, headers.andThen(all -> all.setBearerAuth(fresh)), body);
    }

    private Answer send(HttpMethod method, URI uri, Consumer<HttpHeaders> headers, byte @Nullable [] body)
            throws IOException {
        try {
            RestClient.RequestBodySpec request = http.method(method).uri(uri).headers(headers);
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            return request.exchange((sent, response) -> new Answer(
                    response.getStatusCode().value(),
                    response.getHeaders(),
                    response.getBody().readAllBytes()));
        } catch (ResourceAccessException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        } catch (RestClientException e) {
            throw new IOException(e);
        }
    }
}
