package io.konsens.handover.erp;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.http.RemoteCalls.Answer;
import io.konsens.platform.odata.ODataClient;
import io.konsens.platform.odata.ODataError;
import io.konsens.platform.odata.ODataQuery;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Several requests in one call, in OData's JSON format, each of which succeeds or fails by itself. */
class Batch {

    /** The most that Business Central takes. */
    static final int MOST_PARTS = 100;

    private final ODataClient service;
    private final URI root;

    Batch(ODataClient service, URI root) {
        this.service = service;
        this.root = root;
    }

    /** @param body null for none */
    record Part(
            HttpMethod method,
            URI uri,
            Map<String, String> headers,
            @Nullable Object body) {}

    /** @param body missing if there is none */
    record PartAnswer(int status, JsonNode body) {

        /** The status, and what the service says if something is wrong. */
        String text() {
            ODataError error = ODataError.of(body);
            return status + " " + (error == null ? "without a message" : error.text());
        }
    }

    /**
     * Sends requests.
     *
     * @param parts by a name, at most {@link #MOST_PARTS}
     * @return by the same name; whatever the service said nothing about is missing
     * @throws IOException if it could not be sent, or was refused as a whole
     */
    Map<String, PartAnswer> send(Map<String, Part> parts) throws IOException {
        if (parts.isEmpty()) {
            return Map.of();
        }
        List<Map<String, Object>> requests = new ArrayList<>();
        parts.forEach((name, part) -> requests.add(request(name, part)));
        Answer answer = service.exchange(
                HttpMethod.POST,
                ODataQuery.uri(root, "$batch"),
                headers -> {
                    headers.setAccept(List.of(MediaType.APPLICATION_JSON));
                    // Else it stops at the first that fails.
                    headers.set("Prefer", "odata.continue-on-error");
                },
                Map.of("requests", requests));
        if (!answer.isSuccess()) {
            throw ODataClient.refused(answer);
        }
        JsonNode responses = answer.json().path("responses");
        if (!responses.isArray()) {
            throw new IOException("The answer says nothing about the requests in it");
        }
        Map<String, PartAnswer> answers = new HashMap<>();
        responses.forEach(response -> answers.put(
                response.path("id").asText(),
                new PartAnswer(response.path("status").asInt(), response.path("body"))));
        return answers;
    }

    private Map<String, Object> request(String name, Part part) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", name);
        request.put("method", part.method().name());
        request.put("url", ODataQuery.uri(root, "").relativize(part.uri()).toString());
        Map<String, String> headers = new LinkedHashMap<>(part.headers());
        if (part.body() != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
            request.put("body", part.body());
        }
        request.put("headers", headers);
        return request;
    }
}
