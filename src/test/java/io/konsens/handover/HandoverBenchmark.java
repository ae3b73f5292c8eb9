package io.konsens.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.konsens.testing.StandIn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ten thousand lines through a connector and the ledger beside a bare client that sends the same requests and keeps
 * nothing, in the same run.
 */
public abstract class HandoverBenchmark {

    private static final int LINES = 10_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    /** What a client sets itself. */
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "content-length", "connection", "transfer-encoding", "user-agent");

    /** @param settings as on a command line */
    protected static void measure(TargetSystem system, StandIn standIn, Class<?> setup, String... settings)
            throws Exception {
        try (ConfigurableApplicationContext konsens =
                new SpringApplicationBuilder(setup).web(WebApplicationType.NONE).run(settings)) {
            Handover handover = konsens.getBean(Handover.class);
            // Both in turn, the first round of each only to warm up.
            for (int round = 0; round <= ROUNDS; round++) {
                standIn.clear();
                HandoverOrder order = Orders.order("A" + round, 1, LINES, "0.01");
                double taken = seconds(() -> handover.transfer(system, order));
                List<LoggedRequest> requests = standIn.requests();
                assertThat(standIn.amounts()).hasSize(LINES);
                standIn.clear();
                double bare = seconds(() -> sendBare(requests));
                assertThat(standIn.amounts()).hasSize(LINES);
                System.out.printf(
                        "%s round %d: %,d lines, %.1f calls for 1,000 lines; bare client %.2f s = 1; hand-over %.2f s = %.2f%n",
                        standIn.getName(), round, LINES, requests.size() * 1000.0 / LINES, bare, taken, taken / bare);
            }
        }
    }

    private static void sendBare(List<LoggedRequest> requests) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (LoggedRequest request : requests) {
            HttpRequest.Builder copy = HttpRequest.newBuilder(URI.create(request.getAbsoluteUrl()))
                    .method(request.getMethod().getName(), HttpRequest.BodyPublishers.ofByteArray(request.getBody()));
            request.getHeaders().all().stream()
                    .filter(header -> !OWN_HEADERS.contains(header.key().toLowerCase()))
                    .forEach(header -> header.values().forEach(value -> copy.header(header.key(), value)));
            assertThat(client.send(copy.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isLessThan(300);
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
}
