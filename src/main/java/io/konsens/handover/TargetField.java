package io.konsens.handover;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a system can be told about a target. */
public enum TargetField {
    EXTERNAL_KEY(TargetConnector::externalKey),
    AGREEMENT((order, line) -> order.agreementId()),
    REVISION((order, line) -> order.revision()),
    PERIOD((order, line) -> order.periodId()),
    PERIOD_START((order, line) -> order.periodStart().toString()),
    PERIOD_END((order, line) -> order.periodEnd().toString()),
    /** First day the figures of this revision apply to. */
    EFFECTIVE_FROM((order, line) -> order.effectiveFrom().toString()),
    REP((order, line) -> order.repId()),
    REP_NAME((order, line) -> order.repName()),
    MANAGER((order, line) -> order.managerId()),
    METRIC((order, line) -> line.metric()),
    UNIT((order, line) -> line.unit()),
    ACCOUNT((order, line) -> line.accountId()),
    PRODUCT_GROUP((order, line) -> line.productGroup()),
    AMOUNT((order, line) -> line.amount()),
    /** Null for figures that are no money. */
    CURRENCY((order, line) -> line.unit().equals("CURRENCY") ? order.currency() : null);

    private final BiFunction<HandoverOrder, TargetLine, @Nullable Object> value;

    TargetField(BiFunction<HandoverOrder, TargetLine, @Nullable Object> value) {
        this.value = value;
    }

    /** As JSON writes it: a text, a whole number, an exact decimal, or null. */
    public @Nullable Object value(HandoverOrder order, TargetLine line) {
        return value.apply(order, line);
    }
}
