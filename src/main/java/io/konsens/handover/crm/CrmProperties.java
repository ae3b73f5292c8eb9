package io.konsens.handover.crm;

import io.konsens.handover.TargetField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is handed over to the CRM.
 *
 * @param object the API name of the object that holds targets
 * @param fields API names that differ from the package's; an empty one is left out. A name with a dot, such as {@code
 *     Account__r.Konsens_Id__c}, points at another record by that record's external id
 * @param userField of a Salesforce user that holds the employee's id; {@code Id} if that is the id
 */
@ConfigurationProperties("konsens.crm")
record CrmProperties(
        @DefaultValue("files") Kind kind,
        @DefaultValue("Sales_Target__c") String object,
        @DefaultValue Map<TargetField, String> fields,
        @DefaultValue("EmployeeNumber") String userField,
        @DefaultValue ReviewTask reviewTask,
        @DefaultValue Quota quota) {

    /**
     * Reviews as activities.
     *
     * @param keyField of a Task, an external id
     */
    record ReviewTask(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("Konsens_Key__c") String keyField) {}

    /**
     * Revenue as forecasting quotas.
     *
     * @param forecastingTypeId which of the org's forecasts they are for
     * @param metric whose lines are summed up; one in money
     * @param currencyField empty for an org with one currency
     */
    record Quota(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("") String forecastingTypeId,
            @DefaultValue("months") Spread spread,
            @DefaultValue("revenue") String metric,
            @DefaultValue("") String currencyField) {}

    enum Spread {
        /** One quota for each month of the period, all alike but for a cent. */
        MONTHS,
        /** One for the whole period, from its first day. */
        PERIOD
    }

    enum Kind {
        FILES,
        SALESFORCE
    }

    /** The API names in the package that comes with Konsens. */
    private static final Map<TargetField, String> PACKAGE = new EnumMap<>(Map.ofEntries(
            Map.entry(TargetField.EXTERNAL_KEY, "External_Key__c"),
            Map.entry(TargetField.AGREEMENT, "Agreement__c"),
            Map.entry(TargetField.REVISION, "Revision__c"),
            Map.entry(TargetField.PERIOD, "Period__c"),
            Map.entry(TargetField.PERIOD_START, "Period_Start__c"),
            Map.entry(TargetField.PERIOD_END, "Period_End__c"),
            Map.entry(TargetField.EFFECTIVE_FROM, "Effective_From__c"),
            Map.entry(TargetField.REP, "Sales_Rep__c"),
            Map.entry(TargetField.REP_NAME, "Sales_Rep_Name__c"),
            Map.entry(TargetField.MANAGER, "Manager__c"),
            Map.entry(TargetField.METRIC, "Metric__c"),
            Map.entry(TargetField.UNIT, "Unit__c"),
            Map.entry(TargetField.ACCOUNT, "Account__c"),
            Map.entry(TargetField.PRODUCT_GROUP, "Product_Group__c"),
            Map.entry(TargetField.AMOUNT, "Amount__c"),
            Map.entry(TargetField.CURRENCY, "Currency__c")));

    String field(TargetField field) {
        return fields.getOrDefault(field, packageName(field));
    }

    static String packageName(TargetField field) {
        return Objects.requireNonNull(PACKAGE.get(field));
    }
}
