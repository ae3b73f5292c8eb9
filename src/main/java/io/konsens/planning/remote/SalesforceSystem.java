package io.konsens.planning.remote;

import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.KonsensProperties;
import io.konsens.salesforce.SalesforceClient;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Salesforce, as far as it is asked for anything. */
@Component
class SalesforceSystem implements RemoteSystem {

    private final SalesforcePullProperties properties;
    private final ObjectProvider<SalesforceClient> salesforce;
    private final Patience patience;
    private final ZoneId zone;

    SalesforceSystem(
            SalesforcePullProperties properties,
            ObjectProvider<SalesforceClient> salesforce,
            KonsensProperties konsens) {
        this.properties = properties;
        this.salesforce = salesforce;
        this.patience = new Patience(properties.firstWait(), properties.patience());
        this.zone = konsens.zone();
        if (!properties.kinds().isEmpty()) {
            // What is missing or cannot be read is told at the start, not in the night.
            salesforce.getObject();
            properties.kinds().forEach(this::mapping);
        }
    }

    @Override
    public String name() {
        return "Salesforce";
    }

    @Override
    public Set<ImportKind> kinds() {
        return properties.kinds();
    }

    @Override
    public RemoteRows rows(ImportKind kind, Progress progress) throws IOException {
        RecordMapping mapping = mapping(kind);
        Iterator<? extends RemoteRecord> records = records(kind, mapping.fields(), progress);
        if (kind == ImportKind.EMPLOYEES && !mapping.has("role")) {
            Set<String> managers = managers(mapping, progress);
            mapping.derive(
                    "role", employee -> managers.contains(mapping.value("employee_id", employee)) ? "manager" : "rep");
        }
        return new RemoteRows(mapping, records);
    }

    /** No field of a user tells whether others report to them; the others' do. */
    private Set<String> managers(RecordMapping mapping, Progress progress) throws IOException {
        Set<String> managers = new HashSet<>();
        records(ImportKind.EMPLOYEES, mapping.fieldsOf("manager_id"), progress)
                .forEachRemaining(employee -> managers.add(mapping.value("manager_id", employee)));
        return managers;
    }

    private Iterator<? extends RemoteRecord> records(ImportKind kind, Set<String> fields, Progress progress)
            throws IOException {
        SalesforcePullProperties.Objects objects = properties.of(kind);
        Set<String> select = new LinkedHashSet<>();
        select.add("Id");
        select.addAll(fields);
        String soql = "SELECT " + String.join(", ", select) + " FROM " + objects.object()
                + (objects.where().isBlank() ? "" : " WHERE " + objects.where());
        QueryRecords found = new QueryRecords(salesforce.getObject(), patience, soql);
        return found.total() <= properties.bulkAbove()
                ? found
                : new BulkRecords(salesforce.getObject(), patience, properties.bulkRows(), soql, progress);
    }

    private RecordMapping mapping(ImportKind kind) {
        return new RecordMapping(kind, properties.of(kind).fields(), zone);
    }
}
