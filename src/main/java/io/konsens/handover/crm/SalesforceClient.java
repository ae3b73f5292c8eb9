package io.konsens.handover.crm;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Calls Salesforce's REST API. */
class SalesforceClient {

    /** Amounts as exact numbers, and without exponent: {@code 1E+3} is legal JSON, but not every reader's taste. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final int MOST_OF_A_MESSAGE = 500;

    private final RestClient http;
    private final SalesforceTokens tokens;
    private final String version;

    SalesforceClient(RestClient http, SalesforceTokens tokens, String version) {
        this.http = http;
        this.tokens = tokens;
        this.version = version;
    }

    /**
     * Inserts or updates records by an external id, each on its own.
     *
     * @param records at most 200, of one type, with their type and external id
     * @return one result for each record, in their order
     * @throws NotUniqueException if there is more than one record with the external id of one of them
     * @throws IOException if nothing is known about any of them
     */
    List<UpsertResult> upsert(String object, String externalIdField, List<Map<String, Object>> records)
            throws IOException {
        byte[] body = JSON.writeValueAsBytes(Map.of("allOrNone", false, "records", records));
        String path = "/services/data/" + version + "/composite/sobjects/" + object + "/" + externalIdField;
        JsonNode answer = patch(path, body);
        if (!answer.isArray() || answer.size() != records.size()) {
            throw new IOException("Salesforce did not answer with one result for each record");
        }
        List<UpsertResult> results = new ArrayList<>();
        answer.forEach(result -> results.add(UpsertResult.of(result)));
        return results;
    }

    private JsonNode patch(String path, byte[] body) throws IOException {
        String token = tokens.token();
        Answer answer = patch(path, body, token);
        if (answer.status().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            // The session ended before its time. Once more with a new one; if that is refused too, it is not the token.
            tokens.drop(token);
            answer = patch(path, body, tokens.token());
        }
        if (answer.status().isSameCodeAs(HttpStatus.MULTIPLE_CHOICES)) {
            throw new NotUniqueException();
        }
        if (!answer.status().isSameCodeAs(HttpStatus.OK)) {
            throw new IOException(answer.status().value() + " " + error(answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private Answer patch(String path, byte[] body, String token) throws IOException {
        try {
            return http.patch()
                    .uri(path)
                    .headers(headers -> headers.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(body)
                    .exchange((request, response) -> new Answer(
                            response.getStatusCode(), response.getBody().readAllBytes()));
        } catch (ResourceAccessException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        } catch (RestClientException e) {
            throw new IOException(e);
        }
    }

    /** The code and the message of an error, or nothing much if it is a web page of something in between. */
    private static String error(byte[] body) {
        try {
            JsonNode first = JSON.readTree(body).path(0);
            return shortened(first.path("errorCode").asText() + ": "
                    + first.path("message").asText());
        } catch (JsonProcessingException e) {
            return "without a message";
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read", e);
        }
    }

    static String shortened(String text) {
        return text.length() <= MOST_OF_A_MESSAGE ? text : text.substring(0, MOST_OF_A_MESSAGE) + "…";
    }

    private record Answer(HttpStatusCode status, byte[] body) {}

    /** More than one record has the same external id: a person must merge them. */
    static class NotUniqueException extends IOException {

        private static final long serialVersionUID = 1;

        NotUniqueException() {
            super("300 More than one record has this external id");
        }
    }
}
