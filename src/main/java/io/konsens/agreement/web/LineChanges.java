package io.konsens.agreement.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.LineChange;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants to do to a line: exactly one of plan, proposal, response and agreed. */
final class LineChanges {

    private static final List<String> KINDS = List.of("plan", "proposal", "response", "agreed");

    private LineChanges() {}

    static List<LineChange> readAll(JsonNode body) {
        if (!body.isArray()) {
            throw Refusal.invalid("request.notAList");
        }
        return StreamSupport.stream(body.spliterator(), false)
                .map(change -> read(required(change, "lineId"), change))
                .toList();
    }

    static LineChange read(String lineId, JsonNode body) {
        List<String> kinds = KINDS.stream().filter(body::has).toList();
        if (kinds.size() != 1) {
            throw Refusal.invalid("request.oneOf", String.join(", ", KINDS));
        }
        JsonNode versionNode = body.path("version");
        if (!versionNode.isIntegralNumber() || !versionNode.canConvertToInt()) {
            throw invalid("version", "request.versionMissing");
        }
        int version = versionNode.intValue();
        return switch (kinds.get(0)) {
            case "plan" -> new LineChange.Plan(lineId, version, Amounts.read(body, "plan"), text(body, "comment"));
            case "proposal" ->
                new LineChange.Propose(lineId, version, Amounts.read(body, "proposal"), text(body, "reason"));
            case "response" -> new LineChange.Respond(lineId, version, answer(body), text(body, "comment"));
            default -> new LineChange.Agree(lineId, version, Amounts.read(body, "agreed"));
        };
    }

    private static @Nullable Answer answer(JsonNode body) {
        String answer = text(body, "response");
        if (answer == null) {
            return null;
        }
        return switch (answer) {
            case "ACCEPT" -> Answer.ACCEPT;
            case "REJECT" -> Answer.REJECT;
            default -> throw invalid("response", "request.notAnAnswer");
        };
    }

    static String required(JsonNode body, String field) {
        String text = text(body, field);
        if (text == null) {
            throw invalid(field, "request.missing");
        }
        return text;
    }

    static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw invalid(field, "request.notText");
        }
        if (value.textValue().indexOf('\0') >= 0) {
            throw invalid(field, "request.notText");
        }
        return value.textValue();
    }

    private static Refusal invalid(String field, String code) {
        return new Refusal(Refusal.Kind.INVALID, List.of(new Problem(null, field, code, field)));
    }
}
