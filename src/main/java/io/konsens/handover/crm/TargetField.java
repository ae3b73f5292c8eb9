package io.konsens.handover.crm;

import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetLine;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the CRM is told about a target. */
enum TargetField {
    EXTERNAL_KEY("External_Key__c", TargetConnector::externalKey),
    AGREEMENT("Agreement__c", (order, line) -> order.agreementId()),
    REVISION("Revision__c", (order, line) -> order.revision()),
    PERIOD("Period__c", (order, line) -> order.periodId()),
    PERIOD_START("Period_Start__c", (order, line) -> order.periodStart().toString()),
    PERIOD_END("Period_End__c", (order, line) -> order.periodEnd().toString()),
    REP("Sales_Rep__c", (order, line) -> order.repId()),
    REP_NAME("Sales_Rep_Name__c", (order, line) -> order.repName()),
    MANAGER("Manager__c", (order, line) -> order.managerId()),
    METRIC("Metric__c", (order, line) -> line.metric()),
    UNIT("Unit__c", (order, line) -> line.unit()),
    ACCOUNT("Account__c", (order, line) -> line.accountId()),
    PRODUCT_GROUP("Product_Group__c", (order, line) -> line.productGroup()),
    AMOUNT("Amount__c", (order, line) -> line.amount()),
    CURRENCY("Currency__c", (order, line) -> line.unit().equals("CURRENCY") ? order.currency() : null);

    private final String defaultName;
    private final BiFunction<HandoverOrder, TargetLine, @Nullable Object> value;

    TargetField(String defaultName, BiFunction<HandoverOrder, TargetLine, @Nullable Object> value) {
        this.defaultName = defaultName;
        this.value = value;
    }

    /** The field's API name in the package that comes with Konsens. */
    String defaultName() {
        return defaultName;
    }

    @Nullable
    Object value(HandoverOrder order, TargetLine line) {
        return value.apply(order, line);
    }
}
