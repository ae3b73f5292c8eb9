package io.konsens.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.List;

/** What a door answered. */
public record Answer(int status, String body, HttpHeaders headers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }

    /** This member of every element of a JSON array, in its order. */
    public List<String> each(String member) {
        return json().findValuesAsText(member);
    }

    /** A header's first value; empty if there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
