package io.konsens.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.konsens.KonsensApplication;
import io.konsens.salesforce.SalesforceStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, with its demo company, is killed the moment Salesforce has taken the figures. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class HandoverCrashTest {

    private static final String AGREEMENTS = "/api/v1/agreements/";
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    private Path folder;

    private final SalesforceStandIn salesforce = new SalesforceStandIn();
    private Process program;

    @BeforeEach
    void open() {
        salesforce.open();
    }

    @AfterEach
    void close() throws InterruptedException {
        program.destroy();
        program.waitFor();
        salesforce.close();
    }

    @Test
    void a_crash_between_remote_success_and_local_commit_has_no_double_effect() throws Exception {
        salesforce.spoilNextAnswer(answer -> {
            program.destroyForcibly();
            return answer;
        });
        start("first");
        assertThat(program.waitFor(3, TimeUnit.MINUTES)).as("killed").isTrue();
        // The demo hands over several; looked at is the one whose answer the program did not live to see.
        String agreement = salesforce.calls.get(0).get(0).split(":")[0];
        Map<String, String> taken = amounts(agreement);
        assertThat(taken).isNotEmpty();

        start("second");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> get(AGREEMENTS + agreement).path("state").asText(), "HANDED_OVER"::equals);

        List<List<String>> calls = salesforce.calls.stream()
                .filter(keys -> keys.get(0).startsWith(agreement + ":"))
                .toList();
        assertThat(calls).hasSize(2);
        assertThat(new HashSet<>(calls.get(0))).isEqualTo(Set.copyOf(calls.get(1)));
        assertThat(amounts(agreement)).isEqualTo(taken);
        assertThat(figures(amounts(agreement))).isEqualTo(agreed(agreement));
        assertThat(get(AGREEMENTS + agreement + "/handover"))
                .hasSize(2 * taken.size())
                .allSatisfy(entry -> {
                    assertThat(entry.path("status").asText()).isEqualTo("ACCEPTED");
                    assertThat(entry.path("attempts").asInt())
                            .as("the first answer never came, so nothing was written down")
                            .isEqualTo(1);
                });
    }

    /** By external key, what Salesforce has of an agreement. */
    private Map<String, String> amounts(String agreement) {
        Map<String, String> amounts = new TreeMap<>(salesforce.amounts());
        amounts.keySet().removeIf(key -> !key.startsWith(agreement + ":"));
        return amounts;
    }

    /** By external key, what both have confirmed. */
    private Map<String, BigDecimal> agreed(String agreement) {
        Map<String, String> agreed = new TreeMap<>();
        StreamSupport.stream(get(AGREEMENTS + agreement).path("lines").spliterator(), false)
                .forEach(line -> agreed.put(
                        agreement + ":" + line.path("id").asText(),
                        line.path("agreed").asText()));
        return figures(agreed);
    }

    /** Whether a head count is written with decimals does not matter. */
    private static Map<String, BigDecimal> figures(Map<String, String> texts) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        texts.forEach((key, text) -> figures.put(key, new BigDecimal(text).stripTrailingZeros()));
        return figures;
    }

    private void start(String life) throws IOException {
        Files.deleteIfExists(log());
        program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KonsensApplication.class.getName(),
                        "--spring.application.name=" + life,
                        "--server.port=0",
                        "--konsens.data-dir=" + folder,
                        "--konsens.demo=true",
                        "--konsens.crm.kind=salesforce",
                        "--konsens.crm.url=" + salesforce.url(),
                        "--konsens.crm.client-id=konsens",
                        "--konsens.crm.client-secret=right",
                        // Who takes over the job of a dead node waits until its lease has run out.
                        "--camunda.bpm.job-execution.lock-time-in-millis=5000"))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private JsonNode get(String path) {
        try {
            Matcher port = PORT.matcher(Files.readString(log()));
            if (!port.find()) {
                return new ObjectMapper().createObjectNode();
            }
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + path))
                                    .header("Authorization", basic("petra", "petra"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Path log() {
        return folder.resolve("log.txt");
    }
}
