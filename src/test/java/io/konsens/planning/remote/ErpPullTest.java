package io.konsens.planning.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportResult;
import io.konsens.planning.imports.Imports;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Order history of an ERP that speaks OData v4. */
@SpringBootTest(
        properties = {
            "konsens.demo=false",
            "konsens.erp.pull.name=Acme ERP",
            "konsens.erp.pull.client-id=konsens",
            "konsens.erp.pull.client-secret=s3cret",
            "konsens.erp.pull.entity=OrderLines",
            "konsens.erp.pull.filter=Order/Date ge 2024-01-01 and Status eq 'Billed & paid'",
            "konsens.erp.pull.key=OrderNo,LineNo",
            "konsens.erp.pull.fields.order-id=OrderNo",
            "konsens.erp.pull.fields.order-date=Order.Date",
            "konsens.erp.pull.fields.account-id=Order.Customer",
            "konsens.erp.pull.fields.product-id=Product",
            "konsens.erp.pull.fields.quantity=Quantity",
            "konsens.erp.pull.fields.net-amount=Net",
            "konsens.erp.pull.fields.currency=Currency, 'EUR'",
            "konsens.erp.pull.first-wait=1ms",
            "konsens.erp.pull.max-response=50KB",
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class ErpPullTest {

    private static final WireMockServer ERP =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));
    private static final String LINES = "/odata/v4/OrderLines";
    private static final String SECOND = LINES + "?$skiptoken=2";

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        ERP.start();
        registry.add("konsens.erp.pull.url", () -> ERP.baseUrl() + "/odata/v4");
        registry.add("konsens.erp.pull.token-uri", () -> ERP.baseUrl() + "/token");
    }

    @Autowired
    private Pulls pulls;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ProblemTexts texts;

    @BeforeEach
    void twoPagesOfOrders() {
        jdbc.update("delete from konsens.order_line");
        jdbc.update("insert into konsens.account (account_id, name) values ('K1', 'Alpha') on conflict do nothing");
        jdbc.update("insert into konsens.product values ('P1', 'Tea', 'Beverages') on conflict do nothing");
        ERP.resetAll();
        ERP.stubFor(post("/token")
                .willReturn(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}")));
        firstPage(page("OrderLines?$skiptoken=2", line("A1", 10, "\"0.10\""), line("A1", 20, "\"99999999999.99\"")));
        secondPage(page(null, line("A2", 10, "1.2345E3")));
    }

    private static void firstPage(ResponseDefinitionBuilder answer) {
        ERP.stubFor(get(urlPathEqualTo(LINES)).atPriority(9).willReturn(answer));
    }

    private static void secondPage(ResponseDefinitionBuilder answer) {
        ERP.stubFor(get(urlEqualTo(SECOND)).atPriority(5).willReturn(answer));
    }

    private static ResponseDefinitionBuilder page(String nextLink, String... lines) {
        String next = nextLink == null ? "" : ",\"@odata.nextLink\":\"" + nextLink + "\"";
        return okJson("{\"@odata.context\":\"$metadata#OrderLines\",\"value\":[" + String.join(",", lines) + "]" + next
                + "}");
    }

    private static String line(String order, int number, String net) {
        return """
                {"OrderNo":"%s","LineNo":%d,"Product":"P1","Quantity":2,"Net":%s,"Currency":null,
                 "Order":{"Date":"2026-03-01T23:30:00Z","Customer":"K1"}}""".formatted(order, number, net);
    }

    @Test
    void everyPageArrivesExactly() {
        assertThat(commit().rowsByKind()).isEqualTo(Map.of(ImportKind.ORDERS, 3));

        assertThat(orders())
                .containsExactly(
                        "A1 2026-03-02 0.10 EUR", "A1 2026-03-02 99999999999.99 EUR", "A2 2026-03-02 1234.50 EUR");
    }

    @Test
    void onlyWhatIsNeededIsAskedFor() {
        commit();

        String asked = ERP.findAll(getRequestedFor(urlPathEqualTo(LINES))).stream()
                .map(request -> URLDecoder.decode(request.getUrl(), StandardCharsets.UTF_8))
                .filter(url -> url.contains("$select"))
                .findFirst()
                .orElseThrow();
        assertThat(asked)
                .isEqualTo(LINES + "?$select=OrderNo,LineNo,Product,Quantity,Net,Currency"
                        + "&$expand=Order($select=Date,Customer)"
                        + "&$filter=Order/Date ge 2024-01-01 and Status eq 'Billed & paid'");
    }

    @Test
    void fetchingAgainChangesNothing() {
        commit();
        List<String> before = orders();

        commit();

        assertThat(orders()).isEqualTo(before);
    }

    @Test
    void aTokenThatExpiresBetweenPagesIsRenewedOnce() {
        ERP.stubFor(get(urlEqualTo(SECOND))
                .atPriority(1)
                .inScenario("token")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(401))
                .willSetStateTo("renewed"));
        long before = ERP.findAll(postRequestedFor(urlEqualTo("/token"))).size();

        assertThat(commit().isClean()).isTrue();

        assertThat(ERP.findAll(postRequestedFor(urlEqualTo("/token"))).size() - before)
                .isBetween(1L, 2L);
        assertThat(orders()).hasSize(3);
    }

    @Test
    void anOutageHalfWayLeavesNothing() {
        secondPage(okJson("{\"error\":{\"code\":\"BUSY\",\"message\":\"Come back later\"}}")
                .withStatus(503));

        refused("503 BUSY: Come back later");

        ERP.verify(3, getRequestedFor(urlEqualTo(SECOND)));
    }

    @Test
    void aBusySystemIsLeftAloneForAsLongAsItAsks() {
        ERP.stubFor(get(urlEqualTo(SECOND))
                .atPriority(1)
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "2"))
                .willSetStateTo("free"));
        Instant start = Instant.now();

        commit();

        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(orders()).hasSize(3);
    }

    @Test
    void aSystemThatAsksForTooLongIsNotAskedAgain() {
        secondPage(aResponse().withStatus(503).withHeader("Retry-After", "3600"));

        refused("503");

        ERP.verify(1, getRequestedFor(urlEqualTo(SECOND)));
    }

    @Test
    void aConnectionCutHalfWayLeavesNothing() {
        secondPage(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        refused("");
    }

    @Test
    void aWrongFieldIsToldInTheSystemsWordsAndNotAskedForAgain() {
        firstPage(okJson("{\"error\":{\"code\":\"0x1\",\"message\":\"No property Net\"}}")
                .withStatus(400));

        refused("400 0x1: No property Net");

        ERP.verify(1, getRequestedFor(urlPathEqualTo(LINES)));
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        secondPage(okJson(" ".repeat(100_000)));

        refused("longer than 51200 bytes");
    }

    @Test
    void theLoginGoesToNoOtherServer() {
        firstPage(page("https://evil.example/odata", line("A1", 10, "1")));

        refused("The next page cannot be at https://evil.example/odata");
    }

    @Test
    void aBadLineIsNamedByItsKeyAndField() {
        secondPage(page(null, line("A2", 10, "\"12,50\"")));

        ImportResult result = commit();

        assertThat(result.records()).isEqualTo(Map.of(4, "A2/10"));
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("Net");
            assertThat(texts.text(problem, Locale.ENGLISH)).contains("12,50").contains("1234.50");
        });
        assertThat(orders()).isEmpty();
    }

    @Test
    void orderLinesComeFromOneSystemOnly() {
        assertThat(pulls.system(ImportKind.ORDERS)).isEqualTo("Acme ERP");
        RemoteSystem erp = new Named("Acme ERP");
        assertThatThrownBy(() -> new Pulls(List.of(erp, new Named("Salesforce"))))
                .hasMessage("orders cannot come from Acme ERP and from Salesforce");
    }

    private record Named(String name) implements RemoteSystem {

        @Override
        public Set<ImportKind> kinds() {
            return Set.of(ImportKind.ORDERS);
        }

        @Override
        public RemoteRows rows(ImportKind kind, Progress progress) throws IOException {
            throw new IOException("Never asked");
        }
    }

    private ImportResult commit() {
        return imports.run(pulls.all(), true, OWNER, Progress.NONE);
    }

    private void refused(String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(this::commit)
                .satisfies(refusal -> assertThat(texts.summary(refusal, Locale.ENGLISH))
                        .startsWith("Acme ERP c")
                        .contains(why));
        assertThat(orders()).isEmpty();
    }

    private List<String> orders() {
        return jdbc.queryForList(
                "select order_id || ' ' || order_date || ' ' || net_amount || ' ' || currency from konsens.order_line"
                        + " order by order_id, position",
                String.class);
    }
}
