package io.konsens.planning.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.http.RefusedException;
import io.konsens.platform.http.RemoteCalls;
import io.konsens.platform.http.RemoteCalls.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What an OData query finds, as far as the server gives at a time, and then where it says that more is. */
class ODataRecords implements Iterator<JsonRecord> {

    private final RemoteCalls calls;
    private final Patience patience;
    private final List<String> key;
    private final int pageSize;
    private @Nullable URI next;
    private Iterator<JsonNode> records;

    ODataRecords(RemoteCalls calls, Patience patience, URI query, List<String> key, int pageSize) throws IOException {
        this.calls = calls;
        this.patience = patience;
        this.key = key;
        this.pageSize = pageSize;
        this.records = fetch(query);
    }

    private Iterator<JsonNode> fetch(URI uri) throws IOException {
        JsonNode page = patience.read(() -> answer(uri));
        if (!page.path("value").isArray()) {
            throw new IOException("The answer is no list of entities");
        }
        JsonNode link = page.path("@odata.nextLink");
        next = link.isTextual() ? sameServer(uri, link.asText()) : null;
        return page.path("value").iterator();
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

    private JsonNode answer(URI uri) throws IOException {
        Answer answer = calls.exchange(HttpMethod.GET, uri, this::headers, null);
        if (!answer.isSuccess()) {
            throw new RefusedException(answer.status(), message(answer));
        }
        return answer.json();
    }

    /** Decimals as strings, so that nothing on the way takes them for binary fractions. */
    private void headers(HttpHeaders headers) {
        headers.set(HttpHeaders.ACCEPT, "application/json;odata.metadata=minimal;IEEE754Compatible=true");
        headers.set("OData-MaxVersion", "4.0");
        headers.set("Prefer", "odata.maxpagesize=" + pageSize);
    }

    private static String message(Answer answer) throws IOException {
        try {
            JsonNode error = answer.json().path("error");
            return error.path("code").asText() + ": " + error.path("message").asText();
        } catch (JsonProcessingException e) {
            return "without a message";
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (!records.hasNext() && next != null) {
                records = fetch(next);
            }
            return records.hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public JsonRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        JsonNode entity = records.next();
        JsonRecord record = new JsonRecord("", entity);
        return new JsonRecord(key.stream().map(record::value).collect(Collectors.joining("/")), entity);
    }
}
