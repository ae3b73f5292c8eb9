package io.konsens.handover.crm;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetLine;
import io.konsens.salesforce.SalesforceConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Forecasts are held against what was agreed: to the cent, and once. */
class QuotaRollUpTest implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @EnableConfigurationProperties(CrmProperties.class)
    @Import({SalesforceConfiguration.class, SalesforceHandoverConfiguration.class})
    static class Setup {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** By start, as the other side has them. */
    private final Map<String, BigDecimal> quotas = new TreeMap<>();

    private final List<String> calls = new ArrayList<>();
    private boolean answerGetsLost;
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").extensions(this));

    @BeforeEach
    void openSalesforce() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(okJson("")));
    }

    @AfterEach
    void closeSalesforce() {
        server.stop();
    }

    @Test
    void aYearIsSplitIntoMonthsThatSumExactlyToIt() {
        hand(order("1000.00", "0.01"));

        assertThat(quotas).hasSize(12).containsKeys("2027-01-01", "2027-12-01");
        assertThat(quotas.values())
                .allMatch(amount -> amount.compareTo(new BigDecimal("83.33")) >= 0
                        && amount.compareTo(new BigDecimal("83.34")) <= 0);
        assertThat(sum()).isEqualByComparingTo("1000.01");
    }

    @Test
    void aLaterRevisionChangesWhatIsThere() {
        hand(order("1000.00"));
        hand(order("2400.00"));

        assertThat(quotas).hasSize(12);
        assertThat(quotas.values()).allMatch(amount -> amount.compareTo(new BigDecimal("200")) == 0);
    }

    @Test
    void anAdjustmentLeavesMonthsThatAreOverAsTheyAre() {
        hand(order("1000.00"));
        Map<String, BigDecimal> before = new TreeMap<>(quotas);
        hand(adjustment("1600.05", LocalDate.of(2027, 7, 15)));

        assertThat(quotas)
                .hasSize(12)
                .containsAllEntriesOf(new TreeMap<>(before).headMap("2027-07-01"))
                .containsEntry("2027-07-01", new BigDecimal("183.34"))
                .containsEntry("2027-12-01", new BigDecimal("183.34"));
        assertThat(sum()).isEqualByComparingTo("1600.05");
    }

    @Test
    void aSecondAdjustmentLeavesWhatTheFirstHasMade() {
        hand(order("1200.00"));
        hand(adjustment("1800.00", LocalDate.of(2027, 7, 1)));
        hand(adjustment("1500.00", LocalDate.of(2027, 10, 1)));

        assertThat(quotas)
                .containsEntry("2027-06-01", new BigDecimal("100.00"))
                .containsEntry("2027-09-01", new BigDecimal("200.00"))
                .containsEntry("2027-10-01", new BigDecimal("100.00"));
        assertThat(sum()).isEqualByComparingTo("1500.00");
    }

    @Test
    void anAdjustmentFillsInWhatNobodyHadHandedOver() {
        hand(adjustment("1200.00", LocalDate.of(2027, 7, 1)));

        assertThat(quotas).hasSize(12).containsEntry("2027-01-01", new BigDecimal("100.00"));
        assertThat(sum()).isEqualByComparingTo("1200.00");
    }

    @Test
    void anAnswerThatGetsLostLeavesNothingTwice() {
        answerGetsLost = true;
        assertThatThrownBy(() -> hand(order("1200.00"))).isInstanceOf(IOException.class);

        hand(order("1200.00"));

        assertThat(calls.stream().filter(call -> call.startsWith("POST /services/data")))
                .hasSize(1);
        assertThat(quotas).hasSize(12);
        assertThat(sum()).isEqualByComparingTo("1200.00");
    }

    @Test
    void aPeriodMayHaveOneQuota() {
        hand(order("1000.00"), "konsens.crm.quota.spread=period", "konsens.crm.quota.currency-field=CurrencyIsoCode");

        assertThat(quotas).isEqualTo(Map.of("2027-01-01", new BigDecimal("1000.00")));
    }

    @Test
    void isOffUnlessAskedFor() {
        hand(order("1000.00"), "konsens.crm.quota.enabled=false");

        assertThat(calls).isEmpty();
    }

    @Test
    void theTypeOfForecastMustBeNamed() {
        runner("konsens.crm.quota.forecasting-type-id=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("konsens.crm.quota.forecasting-type-id is not set"));
    }

    private static HandoverOrder order(String... revenues) {
        List<TargetLine> lines = new ArrayList<>();
        for (String revenue : revenues) {
            lines.add(new TargetLine(
                    "l" + lines.size(), "revenue", "CURRENCY", "K1", "G" + lines.size(), new BigDecimal(revenue)));
        }
        lines.add(new TargetLine("m", "contribution_margin", "PERCENT", null, null, new BigDecimal("30.00")));
        return new HandoverOrder(
                "A1", 1, "2027", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), "E1", "Ada", "E2", "EUR", lines);
    }

    private static HandoverOrder adjustment(String revenue, LocalDate effectiveFrom) {
        HandoverOrder first = order(revenue);
        return new HandoverOrder(
                first.agreementId(),
                2,
                first.periodId(),
                first.periodStart(),
                first.periodEnd(),
                effectiveFrom,
                first.repId(),
                first.repName(),
                first.managerId(),
                first.currency(),
                first.lines());
    }

    private void hand(HandoverOrder order, String... settings) {
        runner(settings).run(context -> context.getBean(TargetConnector.class).accepted(order));
    }

    private ApplicationContextRunner runner(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Setup.class)
                .withPropertyValues(
                        "konsens.crm.kind=salesforce",
                        "konsens.crm.url=" + server.baseUrl(),
                        "konsens.crm.client-id=konsens",
                        "konsens.crm.client-secret=s3cret",
                        "konsens.crm.quota.enabled=true",
                        "konsens.crm.quota.forecasting-type-id=0Db1")
                .withPropertyValues(settings);
    }

    private BigDecimal sum() {
        return quotas.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public String getName() {
        return "quotas";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        calls.add(request.getMethod() + " " + request.getUrl());
        if (request.getUrl().endsWith("/token")) {
            return json("{\"access_token\":\"t\",\"token_type\":\"Bearer\"}");
        }
        if (request.getUrl().contains("/query")) {
            return query(request.queryParameter("q").firstValue());
        }
        String results = records(request).stream().map(this::keep).collect(Collectors.joining(","));
        if (answerGetsLost) {
            answerGetsLost = false;
            return new ResponseDefinitionBuilder().withStatus(502).build();
        }
        return json("[" + results + "]");
    }

    private ResponseDefinition query(String soql) {
        if (soql.contains("FROM User")) {
            assertThat(soql).contains("EmployeeNumber = 'E1'");
            return json("{\"done\":true,\"records\":[{\"Id\":\"0051\"}]}");
        }
        assertThat(soql)
                .contains("QuotaOwnerId = '0051' AND ForecastingTypeId = '0Db1'")
                .contains("StartDate >= 2027-01-01");
        return json(quotas.entrySet().stream()
                .map(quota -> "{\"Id\":\"q" + quota.getKey() + "\",\"StartDate\":\"" + quota.getKey()
                        + "\",\"QuotaAmount\":" + quota.getValue() + "}")
                .collect(Collectors.joining(",", "{\"done\":true,\"records\":[", "]}")));
    }

    private String keep(JsonNode quota) {
        boolean isNew = quota.path("id").isMissingNode();
        String start = isNew
                ? quota.path("StartDate").asText()
                : quota.path("id").asText().substring(1);
        if (isNew) {
            assertThat(quota.path("QuotaOwnerId").asText()).isEqualTo("0051");
            assertThat(quotas).as("no second one").doesNotContainKey(start);
        }
        quotas.put(start, quota.path("QuotaAmount").decimalValue());
        return "{\"id\":\"q" + start + "\",\"success\":true,\"errors\":[]}";
    }

    private static List<JsonNode> records(Request request) {
        try {
            List<JsonNode> records = new ArrayList<>();
            JSON.readTree(request.getBodyAsString()).path("records").forEach(records::add);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseDefinition json(String body) {
        return new ResponseDefinitionBuilder()
                .withHeader("Content-Type", "application/json")
                .withBody(body)
                .build();
    }
}
