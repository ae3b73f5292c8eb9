package io.konsens.planning.remote;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/** Writes a query in OData v4. */
final class ODataQuery {

    private ODataQuery() {}

    /**
     * The address of entities with just these fields.
     *
     * @param fields a path such as {@code Order.Customer} leads to a field of an entity they refer to
     * @param filter empty for all
     */
    static URI uri(URI root, String entity, Collection<String> fields, String filter) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUri(root).pathSegment(entity);
        Map<String, String> options = options(fields);
        if (!filter.isBlank()) {
            options.put("$filter", filter);
        }
        options.keySet().forEach(name -> uri.queryParam(name, "{" + name.substring(1) + "}"));
        return uri.encode().buildAndExpand(options.values().toArray()).toUri();
    }

    private static Map<String, String> options(Collection<String> fields) {
        Set<String> own = new LinkedHashSet<>();
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (String field : fields) {
            int dot = field.indexOf('.');
            if (dot < 0) {
                own.add(field);
            } else {
                others.computeIfAbsent(field.substring(0, dot), name -> new ArrayList<>())
                        .add(field.substring(dot + 1));
            }
        }
        Map<String, String> options = new LinkedHashMap<>();
        if (!own.isEmpty()) {
            options.put("$select", String.join(",", own));
        }
        List<String> expands = new ArrayList<>();
        others.forEach((entity, inner) -> {
            List<String> nested = new ArrayList<>();
            options(inner).forEach((name, value) -> nested.add(name + "=" + value));
            expands.add(entity + "(" + String.join(";", nested) + ")");
        });
        if (!expands.isEmpty()) {
            options.put("$expand", String.join(",", expands));
        }
        return options;
    }
}
