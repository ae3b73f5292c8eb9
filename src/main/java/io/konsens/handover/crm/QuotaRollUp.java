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
import org.springframework.http.HttpMethod;

/**
 * Sums a rep's handed-over revenue up into forecasting quotas. Salesforce knows no external id for these, so the one that
 * is there is looked up by owner, type and start, and changed; only what is missing is created.
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
        SortedMap<LocalDate, BigDecimal> amounts = amounts(order);
        String owner = users.id(order.repId());
        Map<LocalDate, String> existing = existing(owner, amounts);
        List<Map<String, Object>> change = new ArrayList<>();
        List<Map<String, Object>> create = new ArrayList<>();
        amounts.forEach((start, amount) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("attributes", Map.of("type", TYPE));
            fields.put("QuotaAmount", amount);
            if (existing.containsKey(start)) {
                fields.put("id", existing.get(start));
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

    /** By first day. The parts of a year sum exactly to it: each is what is due by its end, less what came before. */
    private SortedMap<LocalDate, BigDecimal> amounts(HandoverOrder order) {
        BigDecimal total = order.lines().stream()
                .filter(line -> line.metric().equals(quota.metric()))
                .map(TargetLine::amount)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        if (quota.spread() == CrmProperties.Spread.PERIOD) {
            return new TreeMap<>(Map.of(order.periodStart(), total));
        }
        SortedMap<LocalDate, BigDecimal> amounts = new TreeMap<>();
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(order.periodStart());
                !month.isAfter(YearMonth.from(order.periodEnd()));
                month = month.plusMonths(1)) {
            months.add(month);
        }
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 1; i <= months.size(); i++) {
            BigDecimal until = total.multiply(BigDecimal.valueOf(i))
                    .divide(BigDecimal.valueOf(months.size()), 2, RoundingMode.HALF_UP);
            amounts.put(months.get(i - 1).atDay(1), until.subtract(before));
            before = until;
        }
        return amounts;
    }

    private Map<LocalDate, String> existing(String owner, SortedMap<LocalDate, BigDecimal> amounts) throws IOException {
        Map<LocalDate, String> ids = new TreeMap<>();
        salesforce.query(
                "SELECT Id, StartDate FROM " + TYPE + " WHERE QuotaOwnerId = " + SalesforceClient.quoted(owner)
                        + " AND ForecastingTypeId = " + SalesforceClient.quoted(quota.forecastingTypeId())
                        + " AND ProductFamily = null AND StartDate >= " + amounts.firstKey() + " AND StartDate <= "
                        + amounts.lastKey() + " ORDER BY Id DESC",
                record -> ids.put(
                        LocalDate.parse(record.path("StartDate").asText()),
                        record.path("Id").asText()));
        return ids;
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
