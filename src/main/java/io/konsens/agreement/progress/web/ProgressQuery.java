package io.konsens.agreement.progress.web;

import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.progress.OpenPlaces;
import io.konsens.agreement.progress.ProgressFilter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Writes what somebody looks at into an address: the page's own, its live part's, and those of the exports. */
final class ProgressQuery {

    private ProgressQuery() {}

    /** Without the question mark. */
    static String of(String periodId, Metric metric, ProgressFilter filter, OpenPlaces open) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        add(query, "period", periodId);
        add(query, "metric", metric.metricId());
        add(query, "state", filter.state() == null ? null : filter.state().name());
        add(query, "overdue", filter.isOverdue() ? "true" : null);
        add(query, "orgUnit", filter.orgUnit());
        add(query, "manager", filter.manager());
        add(query, "search", filter.search());
        open.parameters().forEach((name, values) -> values.forEach(value -> add(query, name, value)));
        return query.build(true).getQuery();
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
