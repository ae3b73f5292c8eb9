package io.konsens.planning.remote;

import io.konsens.platform.http.RemoteAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is fetched of an ERP's order history. How it is reached is said beside it: see {@link RemoteAccess}.
 *
 * @param name as people call the system
 * @param entity the entity set, one entity for each order line
 * @param filter an OData condition; empty for all
 * @param key fields that together name an order line to people
 * @param fields see {@link RecordMapping}
 * @param pageSize asked for; the system may give less at a time
 * @param firstWait before a call is repeated; it doubles each time
 */
@ConfigurationProperties("konsens.erp.pull")
record ErpPullProperties(
        @DefaultValue("ERP") String name,
        @DefaultValue("") String entity,
        @DefaultValue("") String filter,
        @DefaultValue List<String> key,
        @DefaultValue Map<String, String> fields,
        @DefaultValue("1000") int pageSize,
        @DefaultValue("2s") Duration firstWait) {}
