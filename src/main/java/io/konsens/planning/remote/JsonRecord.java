package io.konsens.planning.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** A JSON object whose numbers are exact; a path such as {@code Order.AccountId} leads into objects inside. */
record JsonRecord(String id, JsonNode json) implements RemoteRecord {

    /** A number of a few bytes may stand for more digits than fit into memory. */
    private static final int MOST_DIGITS = 50;

    @Override
    public String value(String field) {
        JsonNode node = json;
        for (String step : field.split("\\.")) {
            node = node.path(step);
        }
        return node.isNumber() ? plain(node.decimalValue()) : node.isNull() ? "" : node.asText("");
    }

    /** {@code 3.5E8} as 350000000, {@code 4711.0} as 4711. */
    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > MOST_DIGITS
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }
}
