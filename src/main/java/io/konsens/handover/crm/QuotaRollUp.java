package io.konsens.handover.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetLine;
import io.konsens.handover.crm.CrmProperties.Quota;
import io.konsens.salesforce.SalesforceClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * Sums a rep's handed-over revenue up into forecasting quotas. Salesforce knows no external id for these, so the one that
 * is there is looked up by owner, type and start, and changed; only what is missing is created.
 *
 * <p>An adjusted target holds for days to come: the quotas of months that are over when it takes effect stay as they are,
 * and the months from then on share what is left of it.
 */
class QuotaRollUp {

    private static final String TYPE = "ForecastingQuota";

    private final Quota quota;
    private final SalesforceClient salesforce;
    private final SalesforceUsers users;

    QuotaRollUp(Quota quota, SalesforceClient salesforce, SalesforceUsers users) {
        this.quota = quota;
        this.salesforce = salesforce;
        this.users = users;
    }

    /** @throws IOException if it is worth trying again later */
    void update(HandoverOrder order) throws IOException {
        String owner = users.id(order.repId());
        List<LocalDate> starts = starts(order);
        Map<LocalDate, Existing> existing = existing(owner, starts);
        SortedMap<LocalDate, BigDecimal> amounts = amounts(order, starts, existing);
        List<Map<String, Object>> change = new ArrayList<>();
        List<Map<String, Object>> create = new ArrayList<>();
        amounts.forEach((start, amount) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("attributes", Map.of("type", TYPE));
            fields.put("QuotaAmount", amount);
            if (existing.containsKey(start)) {
                fields.put("id", existing.get(start).id());
                change.add(fields);
            } else {
                fields.put("QuotaOwnerId", owner);
                fields.put("ForecastingTypeId", quota.forecastingTypeId());
                fields.put("StartDate", start.toString());
                if (!quota.currencyField().isEmpty()) {
                    fields.put(quota.currencyField(), order.currency());
                }
                create.add(fields);
            }
        });
        write(HttpMethod.PATCH, change);
        write(HttpMethod.POST, create);
    }

    /** A quota that is there. */
    private record Existing(String id, BigDecimal amount) {}

    private List<LocalDate> starts(HandoverOrder order) {
        if (quota.spread() == CrmProperties.Spread.PERIOD) {
            return List.of(order.periodStart());
        }
        YearMonth last = YearMonth.from(order.periodEnd());
        return Stream.iterate(
                        YearMonth.from(order.periodStart()),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .map(month -> month.atDay(1))
                .toList();
    }

    /** By first day: what is to be written. With what stays, the parts of a period sum exactly to it. */
    private SortedMap<LocalDate, BigDecimal> amounts(
            HandoverOrder order, List<LocalDate> starts, Map<LocalDate, Existing> existing) {
        BigDecimal total = order.lines().stream()
                .filter(line -> line.metric().equals(quota.metric()))
                .map(TargetLine::amount)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        LocalDate effective = starts.stream()
                .filter(start -> !start.isAfter(order.effectiveFrom()))
                .reduce(starts.get(0), (first, last) -> last);
        SortedMap<LocalDate, BigDecimal> all = spread(total, starts);
        SortedMap<LocalDate, BigDecimal> over = all.headMap(effective);
        existing.forEach((start, found) -> over.computeIfPresent(start, (day, part) -> found.amount()));
        BigDecimal left = total.subtract(over.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        SortedMap<LocalDate, BigDecimal> amounts =
                spread(left, List.copyOf(all.tailMap(effective).keySet()));
        over.forEach((start, part) -> {
            if (!existing.containsKey(start)) {
                amounts.put(start, part);
            }
        });
        return amounts;
    }

    /** Each part is what is due by its end, less what came before. */
    private static SortedMap<LocalDate, BigDecimal> spread(BigDecimal total, List<LocalDate> starts) {
        SortedMap<LocalDate, BigDecimal> parts = new TreeMap<>();
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 1; i <= starts.size(); i++) {
            BigDecimal until = total.multiply(BigDecimal.valueOf(i))
                    .divide(BigDecimal.valueOf(starts.size()), 2, RoundingMode.HALF_UP);
            parts.put(starts.get(i - 1), until.subtract(before));
            before = until;
        }
        return parts;
    }

    private Map<LocalDate, Existing> existing(String owner, List<LocalDate> starts) throws IOException {
        Map<LocalDate, Existing> found = new TreeMap<>();
        salesforce.query(
                "SELECT Id, StartDate, QuotaAmount FROM " + TYPE + " WHERE QuotaOwnerId = "
                        + SalesforceClient.quoted(owner) + " AND ForecastingTypeId = "
                        + SalesforceClient.quoted(quota.forecastingTypeId())
                        + " AND ProductFamily = null AND StartDate >= " + starts.get(0) + " AND StartDate <= "
                        + starts.get(starts.size() - 1) + " ORDER BY Id DESC",
                record -> found.put(
                        LocalDate.parse(record.path("StartDate").asText()),
                        new Existing(
                                record.path("Id").asText(),
                                record.path("QuotaAmount").decimalValue())));
        return found;
    }

    private void write(HttpMethod method, List<Map<String, Object>> records) throws IOException {
        if (records.isEmpty()) {
            return;
        }
        JsonNode answer = salesforce
                .send(method, "/composite/sobjects", Map.of("allOrNone", true, "records", records))
                .json();
        if (answer.size() != records.size()) {
            throw new IOException("Salesforce did not answer with one result for each quota");
        }
        for (JsonNode result : answer) {
            String error = UpsertResult.of(result).error();
            if (error != null) {
                throw new IOException("Quota not taken: " + error);
            }
        }
    }
}
