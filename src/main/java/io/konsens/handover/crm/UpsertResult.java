package io.konsens.handover.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.http.RemoteMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a call that succeeded as a whole.
 *
 * @param id the record's id; may be missing even if it was taken
 * @param error code and message; null if it was taken
 * @param worthAnotherTry the error says nothing against the record itself
 */
record UpsertResult(@Nullable String id, @Nullable String error, boolean worthAnotherTry) {

    /** Somebody holds the record, a limit is reached, or the record suffers for another one's fault. */
    private static final Set<String> TRANSIENT = Set.of(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "PROCESSING_HALTED",
            "QUERY_TIMEOUT",
            "REQUEST_LIMIT_EXCEEDED",
            "REQUEST_RUNNING_TOO_LONG",
            "SERVER_UNAVAILABLE",
            "STORAGE_LIMIT_EXCEEDED",
            "TXN_SECURITY_RUNTIME_EXCEPTION",
            "UNABLE_TO_LOCK_ROW",
            "UNKNOWN_EXCEPTION");

    static UpsertResult of(JsonNode result) {
        String id = result.path("id").asText(null);
        if (result.path("success").asBoolean()) {
            return new UpsertResult(id, null, false);
        }
        List<String> messages = new ArrayList<>();
        boolean worthAnotherTry = true;
        for (JsonNode error : result.path("errors")) {
            String code = error.path("statusCode").asText();
            messages.add(code + ": " + error.path("message").asText());
            worthAnotherTry &= TRANSIENT.contains(code);
        }
        String error = messages.isEmpty() ? "Salesforce gave no reason" : String.join("; ", messages);
        return new UpsertResult(id, RemoteMessage.shortened(error), worthAnotherTry);
    }
}
