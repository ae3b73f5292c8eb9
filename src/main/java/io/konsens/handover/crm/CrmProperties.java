package io.konsens.handover.crm;

import java.util.Map;
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

    String field(TargetField field) {
        return fields.getOrDefault(field, field.defaultName());
    }
}
