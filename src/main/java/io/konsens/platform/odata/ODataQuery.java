package io.konsens.platform.odata;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/** Writes addresses and queries in OData v4. */
public final class ODataQuery {

    private ODataQuery() {}

    /**
     * The address of entities with just these fields.
     *
     * @param entity an entity set, or a path to one such as {@code companies(1)/Orders}
     * @param fields a path such as {@code Order.Customer} leads to a field of an entity they refer to
     * @param filter empty for all
     */
    public static URI uri(URI root, String entity, Collection<String> fields, String filter) {
        Map<String, String> options = options(fields);
        if (!filter.isBlank()) {
            options.put("$filter", filter);
        }
        return uri(root, path(entity), options);
    }

    /** The address of an entity set, or of whatever else is at this path; of the service itself if it is empty. */
    public static URI uri(URI root, String path) {
        return uri(root, path(path), Map.of());
    }

    /**
     * The address of one entity.
     *
     * @param key as OData writes it, a text between quotes
     */
    public static URI uri(URI root, String entity, String key) {
        return uri(root, path(entity) + "(" + UriUtils.encode(key, StandardCharsets.UTF_8) + ")", Map.of());
    }

    private static String path(String path) {
        return UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }

    /** Whatever the root asks for itself, such as {@code ?sap-client=100}, is asked for in every call. */
    private static URI uri(URI root, String path, Map<String, String> options) {
        String query = Stream.concat(
                        Stream.ofNullable(root.getRawQuery()),
                        options.entrySet().stream()
                                .map(option -> option.getKey() + "="
                                        + UriUtils.encode(option.getValue(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return URI.create(root.getScheme() + "://" + root.getRawAuthority()
                + root.getRawPath().replaceAll("/+$", "") + "/" + path
                + (query.isEmpty() ? "" : "?" + query));
    }

    /** A text as OData writes it between quotes, where it stands for itself and nothing else. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
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
