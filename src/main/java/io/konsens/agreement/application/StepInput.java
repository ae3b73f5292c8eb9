package io.konsens.agreement.application;

import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody sends along when completing a step, read strictly: a missing decision is never taken for a yes. */
public record StepInput(Map<String, ?> values) {

    /** @throws Refusal INVALID unless it says true or false */
    boolean decision(String field) {
        Object value = values.get(field);
        if (value instanceof Boolean decided) {
            return decided;
        }
        return switch (String.valueOf(value)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(field, "step.decisionMissing");
        };
    }

    /** @throws Refusal INVALID if nothing is said */
    String required(String field) {
        String text = optional(field);
        if (text == null) {
            throw invalid(field, "step.reasonMissing");
        }
        return text;
    }

    @Nullable
    String optional(String field) {
        Object value = values.get(field);
        if (value == null || String.valueOf(value).isBlank()) {
            return null;
        }
        return String.valueOf(value).strip();
    }

    /** @throws Refusal INVALID unless it is one of the words */
    String oneOf(String field, String... words) {
        String text = optional(field);
        if (text == null || !List.of(words).contains(text)) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    List.of(new Problem(null, field, "step.outcomeMissing", String.join(", ", words))));
        }
        return text;
    }

    private static Refusal invalid(String field, String code) {
        return new Refusal(Refusal.Kind.INVALID, List.of(new Problem(null, field, code)));
    }
}
