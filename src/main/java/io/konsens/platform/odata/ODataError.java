package io.konsens.platform.odata;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.http.RemoteMessage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What an OData service says went wrong.
 *
 * @param text code and messages, not too long
 */
public record ODataError(String code, String text) {

    /** @return null unless this is an error as OData writes it: it is not the service then that speaks */
    public static @Nullable ODataError of(JsonNode body) {
        JsonNode error = body.path("error");
        String code = error.path("code").asText();
        String messages = Stream.concat(
                        Stream.of(error),
                        StreamSupport.stream(error.path("details").spliterator(), false))
                .map(ODataError::message)
                .filter(message -> !message.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        if (code.isEmpty() && messages.isEmpty()) {
            return null;
        }
        return new ODataError(code, RemoteMessage.shortened(code.isEmpty() ? messages : code + ": " + messages));
    }

    /** Older services wrap it together with its language. */
    private static String message(JsonNode error) {
        JsonNode message = error.path("message");
        return message.isObject() ? message.path("value").asText() : message.asText();
    }
}
