package io.konsens.handover.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetField;
import io.konsens.handover.TargetLine;
import io.konsens.handover.TargetSystem;
import io.konsens.salesforce.SalesforceClient;
import io.konsens.salesforce.SalesforceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Keeps each agreed figure as a record of its own, under its external key. */
class SalesforceConnector implements TargetConnector {

    /** The most that one call may carry. */
    private static final int MOST_RECORDS = 200;

    private final CrmProperties properties;
    private final SalesforceClient salesforce;
    private final Optional<QuotaRollUp> quotas;

    SalesforceConnector(CrmProperties properties, SalesforceClient salesforce, Optional<QuotaRollUp> quotas) {
        this.properties = properties;
        this.salesforce = salesforce;
        this.quotas = quotas;
    }

    @Override
    public TargetSystem system() {
        return TargetSystem.CRM;
    }

    @Override
    public int mostLinesAtOnce() {
        return MOST_RECORDS;
    }

    @Override
    public List<LineResult> send(HandoverOrder order, List<TargetLine> chunk) throws IOException {
        List<UpsertResult> results;
        try {
            results = upsert(chunk.stream().map(line -> toRecord(order, line)).toList());
        } catch (SalesforceException e) {
            if (e.status() != HttpStatus.MULTIPLE_CHOICES.value()) {
                throw e;
            }
            return findNotUnique(order, chunk, e);
        }
        List<LineResult> lines = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            lines.add(result(chunk.get(i), results.get(i)));
        }
        return lines;
    }

    @Override
    public void accepted(HandoverOrder order) throws IOException {
        if (quotas.isPresent()) {
            quotas.get().update(order);
        }
    }

    /** Each record on its own; one result for each, in their order. */
    private List<UpsertResult> upsert(List<Map<String, Object>> records) throws IOException {
        JsonNode answer = salesforce
                .send(
                        HttpMethod.PATCH,
                        "/composite/sobjects/{object}/{key}",
                        Map.of("allOrNone", false, "records", records),
                        properties.object(),
                        properties.field(TargetField.EXTERNAL_KEY))
                .json();
        if (!answer.isArray() || answer.size() != records.size()) {
            throw new IOException("Salesforce did not answer with one result for each record");
        }
        List<UpsertResult> results = new ArrayList<>();
        answer.forEach(result -> results.add(UpsertResult.of(result)));
        return results;
    }

    /** The answer is for the whole call and does not say which line it means: halves are sent until it is found. */
    private List<LineResult> findNotUnique(HandoverOrder order, List<TargetLine> chunk, SalesforceException reason)
            throws IOException {
        if (chunk.size() == 1) {
            return List.of(LineResult.rejected(chunk.get(0).lineId(), reason.getMessage()));
        }
        List<LineResult> both = new ArrayList<>(send(order, chunk.subList(0, chunk.size() / 2)));
        both.addAll(send(order, chunk.subList(chunk.size() / 2, chunk.size())));
        return both;
    }

    private static LineResult result(TargetLine line, UpsertResult result) {
        if (result.error() == null) {
            return LineResult.accepted(line.lineId(), result.id());
        }
        return result.worthAnotherTry()
                ? LineResult.failed(line.lineId(), result.error())
                : LineResult.rejected(line.lineId(), result.error());
    }

    @Override
    public Optional<List<RemoteTarget>> read(HandoverOrder order) throws IOException {
        String key = properties.field(TargetField.EXTERNAL_KEY);
        String amount = properties.field(TargetField.AMOUNT);
        String currency = properties.field(TargetField.CURRENCY);
        String prefix = TargetConnector.keyPrefix(order);
        List<String> fields = Stream.of(key, amount, currency)
                .filter(field -> !field.isEmpty())
                .toList();
        List<RemoteTarget> held = new ArrayList<>();
        String soql = "SELECT " + String.join(", ", fields) + " FROM " + properties.object() + " WHERE " + key
                + " LIKE " + SalesforceClient.quoted(withoutWildcards(prefix) + "%");
        salesforce.query(
                soql,
                record -> held.add(new RemoteTarget(
                        record.path(key).asText(),
                        RemoteTarget.amount(record.path(amount).asText()),
                        currency.isEmpty()
                                ? order.currency()
                                : record.path(currency).textValue())));
        // The database behind the query takes upper and lower case for the same.
        held.removeIf(target -> !target.externalKey().startsWith(prefix));
        return Optional.of(held);
    }

    static String withoutWildcards(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private Map<String, Object> toRecord(HandoverOrder order, TargetLine line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("attributes", Map.of("type", properties.object()));
        for (TargetField field : TargetField.values()) {
            put(fields, properties.field(field), field.value(order, line));
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            if (!name.isEmpty()) {
                fields.put(name, value);
            }
        } else if (value != null) {
            fields.put(name.substring(0, dot), Map.of(name.substring(dot + 1), value));
        }
    }
}
