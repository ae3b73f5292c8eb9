package io.konsens.planning.remote;

import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.http.RemoteAccess;
import io.konsens.platform.odata.ODataClient;
import io.konsens.platform.odata.ODataQuery;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** An ERP that gives its order lines as OData v4. */
@Component
class ErpSystem implements RemoteSystem {

    private static final String PREFIX = "konsens.erp.pull";

    private final ErpPullProperties properties;
    private final RemoteAccess access;
    private final ZoneId zone;
    private final @Nullable ODataClient service;

    ErpSystem(ErpPullProperties properties, Environment environment, KonsensProperties konsens, Clock clock) {
        this.properties = properties;
        this.access = RemoteAccess.of(environment, PREFIX);
        this.zone = konsens.zone();
        this.service = access.url() == null ? null : new ODataClient(access.calls(clock));
        if (service != null) {
            // What is missing or cannot be read is told at the start, not in the night.
            if (properties.entity().isBlank() || properties.key().isEmpty()) {
                throw new IllegalStateException(PREFIX + ".entity and .key must be set");
            }
            mapping();
        }
    }

    @Override
    public String name() {
        return properties.name();
    }

    @Override
    public Set<ImportKind> kinds() {
        return service == null ? Set.of() : Set.of(ImportKind.ORDERS);
    }

    @Override
    public RemoteRows rows(ImportKind kind, Progress progress) throws IOException {
        if (service == null || access.url() == null) {
            throw new IllegalStateException(PREFIX + ".url is not set");
        }
        RecordMapping mapping = mapping();
        Set<String> fields = new LinkedHashSet<>(properties.key());
        fields.addAll(mapping.fields());
        URI query = ODataQuery.uri(access.url(), properties.entity(), fields, properties.filter());
        Patience patience = new Patience(properties.firstWait(), access.readTimeout());
        return new RemoteRows(
                mapping, new ODataRecords(service, patience, query, properties.key(), properties.pageSize()));
    }

    private RecordMapping mapping() {
        return new RecordMapping(ImportKind.ORDERS, properties.fields(), zone);
    }
}
