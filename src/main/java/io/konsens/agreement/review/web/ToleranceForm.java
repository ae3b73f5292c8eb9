package io.konsens.agreement.review.web;

import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Tolerance;
import io.konsens.agreement.review.BulkConfirmation;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a manager has typed into the form for confirming many plans at once; browsers send numbers with a dot. */
final class ToleranceForm {

    private static final String TARGET = "target.";

    private final Map<String, String> typed;

    ToleranceForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** @throws Refusal INVALID without any limit, or if something is no number */
    BulkConfirmation read(@Nullable Set<String> agreementIds) {
        Map<String, BigDecimal> targets = new HashMap<>();
        for (String field : typed.keySet()) {
            BigDecimal figure = field.startsWith(TARGET) ? number(field) : null;
            if (figure != null) {
                targets.put(field.substring(TARGET.length()), figure);
            }
        }
        return new BulkConfirmation(
                new Tolerance(number("percent"), number("amount"), typed.containsKey("newLines")),
                targets,
                agreementIds);
    }

    /** What was typed, for the page to show and to send again. */
    Map<String, String> fields() {
        return typed.entrySet().stream()
                .filter(field ->
                        Set.of("percent", "amount", "newLines", "order").contains(field.getKey())
                                || field.getKey().startsWith(TARGET))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String field(Metric metric) {
        return TARGET + metric.metricId();
    }

    private @Nullable BigDecimal number(String field) {
        String text = typed.getOrDefault(field, "").strip();
        try {
            return text.isEmpty() ? null : new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(new Problem(null, field, "tolerance.notANumber", text)));
        }
    }
}
