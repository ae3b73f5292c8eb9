package io.konsens.agreement.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.agreement.domain.Unit;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures travel as JSON strings with a dot, so that no JavaScript number ever rounds one. */
public final class Amounts {

    private static final Pattern FIGURE = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    private Amounts() {}

    /**
     * @return null for null or an absent member
     * @throws Refusal INVALID unless it is a string like "1234.50"
     */
    public static @Nullable BigDecimal read(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || !FIGURE.matcher(value.textValue()).matches()) {
            throw new Refusal(
                    Refusal.Kind.INVALID, List.of(new Problem(null, field, "figure.notANumber", value.asText())));
        }
        return new BigDecimal(value.textValue());
    }

    public static @Nullable String write(@Nullable BigDecimal figure, Unit unit) {
        return figure == null ? null : written(figure, unit);
    }

    /** {@link #write} for a figure that is there. */
    public static String written(BigDecimal figure, Unit unit) {
        return figure.setScale(unit.decimals(), RoundingMode.HALF_UP).toPlainString();
    }
}
