package io.konsens.handover.erp;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetConnector.RemoteTarget;
import io.konsens.handover.TargetField;
import io.konsens.handover.TargetLine;
import io.konsens.platform.odata.ODataClient;
import io.konsens.platform.odata.ODataQuery;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entity set that holds targets, as every dialect knows it. */
class TargetSet {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ErpProperties properties;
    private final URI root;
    private final ODataClient service;

    TargetSet(ErpProperties properties, URI root, ODataClient service) {
        this.properties = properties;
        this.root = root;
        this.service = service;
    }

    /** What an entity says about a line, its key included. */
    Map<String, Object> entity(HandoverOrder order, TargetLine line) {
        Map<String, Object> entity = new LinkedHashMap<>();
        for (TargetField field : TargetField.values()) {
            String name = properties.field(field);
            if (!name.isEmpty()) {
                entity.put(name, field.value(order, line));
            }
        }
        return entity;
    }

    /** The same without its key, which says what is to be changed. */
    Map<String, Object> change(HandoverOrder order, TargetLine line) {
        Map<String, Object> change = entity(order, line);
        change.remove(keyField());
        return change;
    }

    /** The address of all of them. */
    URI uri() {
        return ODataQuery.uri(root, properties.entity());
    }

    /** The address of one. */
    URI uri(String externalKey) {
        return ODataQuery.uri(root, properties.entity(), ODataQuery.quoted(externalKey));
    }

    /**
     * The address of one that was found by {@link #search}.
     *
     * @throws IOException if it does not say what its own key is
     */
    URI uri(JsonNode found) throws IOException {
        String id = id(found);
        if (id == null) {
            throw new IOException("The target that was found has no " + properties.idField());
        }
        boolean isText = found.path(properties.idField()).isTextual()
                && !GUID.matcher(id).matches();
        return ODataQuery.uri(root, properties.entity(), isText ? ODataQuery.quoted(id) : id);
    }

    /** An entity's own key; null if it does not say. */
    @Nullable
    String id(JsonNode entity) {
        return entity.path(properties.idField()).asText(null);
    }

    /** The address of those under a key, whose own key is another one. */
    URI search(String externalKey) {
        return ODataQuery.uri(
                root,
                properties.entity(),
                List.of(properties.idField(), keyField()),
                keyField() + " eq " + ODataQuery.quoted(externalKey));
    }

    List<RemoteTarget> read(HandoverOrder order) throws IOException {
        String amount = properties.field(TargetField.AMOUNT);
        String currency = properties.field(TargetField.CURRENCY);
        String prefix = TargetConnector.keyPrefix(order);
        List<String> fields = Stream.of(keyField(), amount, currency)
                .filter(field -> !field.isEmpty())
                .toList();
        List<RemoteTarget> held = new ArrayList<>();
        URI next = ODataQuery.uri(
                root, properties.entity(), fields, "startswith(" + keyField() + "," + ODataQuery.quoted(prefix) + ")");
        while (next != null) {
            ODataClient.Page page = service.page(next, properties.pageSize());
            for (JsonNode entity : page.entities()) {
                held.add(new RemoteTarget(
                        entity.path(keyField()).asText(),
                        RemoteTarget.amount(entity.path(amount).asText()),
                        currency.isEmpty()
                                ? order.currency()
                                : entity.path(currency).textValue()));
            }
            next = page.next();
        }
        // Some databases take upper and lower case for the same.
        held.removeIf(target -> !target.externalKey().startsWith(prefix));
        return held;
    }

    private String keyField() {
        return properties.field(TargetField.EXTERNAL_KEY);
    }
}
