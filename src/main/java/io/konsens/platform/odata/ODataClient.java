package io.konsens.platform.odata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.konsens.platform.http.RefusedException;
import io.konsens.platform.http.RemoteCalls;
import io.konsens.platform.http.RemoteCalls.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Calls a service that speaks OData v4. */
public class ODataClient {

    private final RemoteCalls calls;

    public ODataClient(RemoteCalls calls) {
        this.calls = calls;
    }

    /**
     * As many entities as the service gives at a time.
     *
     * @param next where more are; null if these were the last
     */
    public record Page(List<JsonNode> entities, @Nullable URI next) {}

    /**
     * Reads entities.
     *
     * @param pageSize asked for; the service may give less
     * @throws RefusedException if the service answers with anything but 2xx
     * @throws IOException if there is no answer, or none that can be understood within the limits
     */
    public Page page(URI uri, int pageSize) throws IOException {
        Answer answer = exchange(
                HttpMethod.GET,
                uri,
                headers -> {
                    // Decimals as strings, so that nothing on the way takes them for binary fractions.
                    headers.set(HttpHeaders.ACCEPT, "application/json;odata.metadata=minimal;IEEE754Compatible=true");
                    headers.set("OData-MaxVersion", "4.0");
                    headers.set("Prefer", "odata.maxpagesize=" + pageSize);
                },
                null);
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        JsonNode page = answer.json();
        if (!page.path("value").isArray()) {
            throw new IOException("The answer is no list of entities");
        }
        List<JsonNode> entities = new ArrayList<>();
        page.path("value").forEach(entities::add);
        JsonNode link = page.path("@odata.nextLink");
        return new Page(entities, link.isTextual() ? sameServer(uri, link.asText()) : null);
    }

    /**
     * Sends a request.
     *
     * @param body written as JSON, amounts digit for digit; null for none
     * @return whatever was answered
     * @throws IOException if there is no answer, or none that can be read within the limits
     */
    public Answer exchange(HttpMethod method, URI uri, Consumer<HttpHeaders> headers, @Nullable Object body)
            throws IOException {
        return calls.exchange(method, uri, headers, body == null ? null : RemoteCalls.json(body));
    }

    /** The answer to a request that did not succeed, in the service's words if it has any. */
    public static RefusedException refused(Answer answer) throws IOException {
        ODataError error = ODataError.of(body(answer));
        return new RefusedException(
                answer.status(), error == null ? "without a message" : error.text(), answer.retryAfter());
    }

    /** What was answered; missing if it is no JSON, such as a web page of something in between. */
    public static JsonNode body(Answer answer) throws IOException {
        try {
            return answer.json();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Links may be relative. The login goes to no other server. */
    private static URI sameServer(URI from, String link) throws IOException {
        try {
            URI to = from.resolve(link);
            if (Objects.equals(to.getScheme(), from.getScheme())
                    && Objects.equals(to.getAuthority(), from.getAuthority())
                    && !to.equals(from)) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IOException("The next page cannot be at " + link);
    }
}
