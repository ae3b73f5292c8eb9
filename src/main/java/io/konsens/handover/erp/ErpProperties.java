package io.konsens.handover.erp;

import io.konsens.handover.TargetField;
import io.konsens.platform.http.HttpLimits;
import io.konsens.platform.http.RemoteLogin;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is handed over to the ERP, and how it is reached.
 *
 * @param url the service's root
 * @param entity the entity set that holds targets, one entity for each
 * @param fields properties of an entity that are named differently; an empty one is left out
 * @param idField of an entity, its key there; for Business Central only
 * @param user with a password, for HTTP Basic
 * @param tokenUri with client id, secret and scope, for OAuth 2 client credentials
 * @param pageSize asked for when targets are read back; the system may give less at a time
 */
@ConfigurationProperties("konsens.erp")
record ErpProperties(
        @DefaultValue("files") Kind kind,
        @Nullable URI url,
        @DefaultValue("Targets") String entity,
        @DefaultValue Map<TargetField, String> fields,
        @DefaultValue("id") String idField,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @Nullable URI tokenUri,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String scope,
        @DefaultValue("1000") int pageSize,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("5MB") DataSize maxResponse) {

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

    HttpLimits limits() {
        return new HttpLimits(connectTimeout, readTimeout, maxResponse);
    }

    RemoteLogin login() {
        return new RemoteLogin(user, password, tokenUri, clientId, clientSecret, scope);
    }

    /** Without the secrets: settings find their way into logs. */
    @Override
    public String toString() {
        return "ErpProperties[" + kind + " " + url + " " + entity + "]";
    }
}
