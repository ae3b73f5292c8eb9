package io.konsens.handover.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.handover.Handover;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetLine;
import io.konsens.handover.TargetSystem;
import io.konsens.salesforce.SalesforceStandIn;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Ten thousand lines through the connector and the ledger beside a bare client that sends the same bodies and keeps
 * nothing, in the same run: {@code mvn test -Dtest=SalesforceBenchmark}.
 */
@SpringBootTest(
        classes = SalesforceConnectorTest.Setup.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"konsens.crm.kind=salesforce", "konsens.crm.client-id=konsens", "konsens.crm.client-secret=s3cret"
        })
class SalesforceBenchmark {

    private static final int LINES = 10_000;
    private static final int ROUNDS = 5;
    private static final SalesforceStandIn SALESFORCE = new SalesforceStandIn();

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        SALESFORCE.open();
        registry.add("konsens.crm.url", SALESFORCE::url);
    }

    @Autowired
    private Handover handover;

    @Test
    void tenThousandLines() throws Exception {
        // Both in turn, the first round of each only to warm up.
        for (int round = 0; round <= ROUNDS; round++) {
            SALESFORCE.clear();
            HandoverOrder order = order("A" + round);
            double konsens = seconds(() -> handover.transfer(TargetSystem.CRM, order));
            int calls = SALESFORCE.calls.size();
            List<String> bodies = List.copyOf(SALESFORCE.bodies);
            assertThat(SALESFORCE.records).hasSize(LINES);
            SALESFORCE.clear();
            double bare = seconds(() -> sendBare(bodies));
            assertThat(SALESFORCE.records).hasSize(LINES);
            System.out.printf(
                    "round %d: %,d lines, %.1f calls for 1,000 lines; bare client %.2f s = 1; hand-over %.2f s = %.2f%n",
                    round, LINES, calls * 1000.0 / LINES, bare, konsens, konsens / bare);
        }
        SALESFORCE.close();
    }

    private void sendBare(List<String> bodies) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        client.send(
                HttpRequest.newBuilder(URI.create(SALESFORCE.url() + "/services/oauth2/token"))
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        for (String body : bodies) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(SALESFORCE.url() + SalesforceStandIn.UPSERT))
                    .header("Authorization", "Bearer token-1")
                    .header("Content-Type", "application/json")
                    .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static HandoverOrder order(String agreementId) {
        return new HandoverOrder(
                agreementId,
                1,
                "2027",
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                "E1",
                "Jürgen Müßig",
                "E2",
                "EUR",
                IntStream.rangeClosed(1, LINES)
                        .mapToObj(number -> new TargetLine(
                                "l" + number, "revenue", "CURRENCY", "K" + number, "G1", BigDecimal.valueOf(number, 2)))
                        .toList());
    }
}
