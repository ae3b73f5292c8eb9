package io.konsens.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.http.RemoteCalls;
import io.konsens.platform.http.RemoteCalls.Answer;
import io.konsens.platform.http.RemoteMessage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

/** Calls Salesforce's REST API, logged in, and once more if the session has ended before its time. */
public class SalesforceClient {

    private final RemoteCalls calls;
    private final String data;

    SalesforceClient(RemoteCalls calls, String version) {
        this.calls = calls;
        this.data = "/services/data/" + version;
    }

    /**
     * Reads.
     *
     * @param path below {@code /services/data/{version}}, with placeholders in braces
     * @throws SalesforceException if Salesforce answers with anything but 2xx
     * @throws IOException if there is no answer, or none that can be read within the limits
     */
    public Answer get(String path, Object... values) throws IOException {
        return exchange(HttpMethod.GET, uri(path, values), null, MediaType.APPLICATION_JSON);
    }

    /** As {@link #get}, of what Salesforce gives as CSV only. */
    public Answer getCsv(String path, Object... values) throws IOException {
        return exchange(HttpMethod.GET, uri(path, values), null, new MediaType("text", "csv"));
    }

    /**
     * Reads on where an earlier answer says.
     *
     * @throws IOException as {@link #get}; also if the path leads anywhere but to Salesforce's data
     */
    public Answer getNext(String nextRecordsUrl) throws IOException {
        if (!nextRecordsUrl.startsWith("/services/data/")) {
            throw new IOException(
                    "Salesforce named a next page that is not its own: " + RemoteMessage.shortened(nextRecordsUrl));
        }
        return exchange(HttpMethod.GET, URI.create(nextRecordsUrl), null, MediaType.APPLICATION_JSON);
    }

    /**
     * Hands over every record a SOQL query finds, page by page.
     *
     * @throws IOException as {@link #get}
     */
    public void query(String soql, Consumer<JsonNode> record) throws IOException {
        JsonNode page = get("/query?q={soql}", soql).json();
        page.path("records").forEach(record);
        while (!page.path("done").asBoolean()) {
            page = getNext(page.path("nextRecordsUrl").asText()).json();
            page.path("records").forEach(record);
        }
    }

    /** A text as SOQL writes it between quotes, where it stands for itself and nothing else. */
    public static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /**
     * Writes.
     *
     * @param path as for {@link #get}
     * @throws IOException as {@link #get}
     */
    public Answer send(HttpMethod method, String path, Object body, Object... values) throws IOException {
        return exchange(method, uri(path, values), RemoteCalls.json(body), MediaType.APPLICATION_JSON);
    }

    private URI uri(String path, Object... values) {
        return UriComponentsBuilder.fromUriString(data + path)
                .encode()
                .buildAndExpand(values)
                .toUri();
    }

    private Answer exchange(HttpMethod method, URI uri, byte @Nullable [] body, MediaType accept) throws IOException {
        Answer answer = calls.exchange(method, uri, headers -> headers.setAccept(List.of(accept)), body);
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        return answer;
    }

    /** The code and the message of an error, or nothing much if it is a web page of something in between. */
    private static SalesforceException refused(Answer answer) throws IOException {
        if (answer.status() == HttpStatus.MULTIPLE_CHOICES.value()) {
            return new SalesforceException(answer, "More than one record has this external id");
        }
        try {
            JsonNode first = answer.json().path(0);
            String code = first.path("errorCode").asText();
            return new SalesforceException(
                    answer,
                    RemoteMessage.shortened(code + ": " + first.path("message").asText()));
        } catch (JsonProcessingException e) {
            return new SalesforceException(answer, "without a message");
        }
    }
}
