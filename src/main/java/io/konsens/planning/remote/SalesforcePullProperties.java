package io.konsens.planning.remote;

import io.konsens.planning.imports.ImportKind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is fetched from Salesforce.
 *
 * @param kinds empty for nothing
 * @param bulkAbove how many records a query may find before it is left to a job in the background
 * @param bulkRows of a job's result, in one answer
 * @param firstWait before a call is repeated or a job is asked again; it doubles each time
 * @param patience how long a job may take
 */
@ConfigurationProperties("konsens.crm.pull")
record SalesforcePullProperties(
        @DefaultValue Set<ImportKind> kinds,
        int bulkAbove,
        int bulkRows,
        Duration firstWait,
        Duration patience,
        Objects employees,
        Objects accounts,
        Objects products,
        Objects orders) {

    /**
     * Where the rows of one kind are.
     *
     * @param object its API name
     * @param where a SOQL condition; empty for all
     * @param fields see {@link RecordMapping}
     */
    record Objects(
            String object,
            @DefaultValue("") String where,
            @DefaultValue Map<String, String> fields) {}

    Objects of(ImportKind kind) {
        return switch (kind) {
            case EMPLOYEES -> employees;
            case ACCOUNTS -> accounts;
            case PRODUCTS -> products;
            case ORDERS -> orders;
        };
    }
}
