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
 */
@ConfigurationProperties("konsens.crm")
record CrmProperties(
        @DefaultValue("files") Kind kind,
        @DefaultValue("Sales_Target__c") String object,
        @DefaultValue Map<TargetField, String> fields) {

    enum Kind {
        FILES,
        SALESFORCE
    }

    String field(TargetField field) {
        return fields.getOrDefault(field, field.defaultName());
    }
}
