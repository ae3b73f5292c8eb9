package io.konsens.handover.erp;

import io.konsens.handover.TargetField;
import io.konsens.platform.http.RemoteAccess;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is handed over to the ERP. How it is reached is said beside it: see {@link RemoteAccess}.
 *
 * @param entity the entity set that holds targets, one entity for each
 * @param fields properties of an entity that are named differently; an empty one is left out
 * @param idField of an entity, its key there; for Business Central only
 * @param pageSize asked for when targets are read back; the system may give less at a time
 */
@ConfigurationProperties("konsens.erp")
record ErpProperties(
        @DefaultValue("files") Kind kind,
        @DefaultValue("Targets") String entity,
        @DefaultValue Map<TargetField, String> fields,
        @DefaultValue("id") String idField,
        @DefaultValue("1000") int pageSize) {

    enum Kind {
        FILES,
        SAP,
        BUSINESS_CENTRAL
    }

    /** What is not here is told only to who asks for it. */
    private static final Map<TargetField, String> CONTRACT = Map.of(
            TargetField.EXTERNAL_KEY, "ExternalKey",
            TargetField.REP, "PersonnelNumber",
            TargetField.PERIOD, "FiscalYear",
            TargetField.ACCOUNT, "AccountNumber",
            TargetField.PRODUCT_GROUP, "ProductCode",
            TargetField.METRIC, "Metric",
            TargetField.AMOUNT, "Amount",
            TargetField.CURRENCY, "Currency",
            TargetField.REVISION, "Revision");

    /** A property's name; empty if it is left out. */
    String field(TargetField field) {
        return fields.getOrDefault(field, CONTRACT.getOrDefault(field, ""));
    }
}
