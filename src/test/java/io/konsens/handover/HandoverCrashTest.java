package io.konsens.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Agreements;
import io.konsens.handover.erp.SapStandIn;
import io.konsens.salesforce.SalesforceStandIn;
import io.konsens.testing.Node;
import io.konsens.testing.RemoteNegotiation;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.StandIn;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A node is killed the moment the CRM or the ERP has taken figures: another one goes on, without double effect. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"konsens.demo=false", "konsens.identity.initial-password=" + SalesTeam.PASSWORD})
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import(SalesTeam.class)
@DirtiesContext
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class HandoverCrashTest {

    private static final SalesforceStandIn SALESFORCE = new SalesforceStandIn();
    private static final SapStandIn SAP = new SapStandIn();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Handover handover;

    @Autowired
    private JobExecutor jobs;

    @Autowired
    private HikariDataSource dataSource;

    private Node node;

    @DynamicPropertySource
    static void systems(DynamicPropertyRegistry registry) {
        SALESFORCE.open();
        SAP.open();
        settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    private static Map<String, String> settings() {
        return Map.of(
                "konsens.crm.kind", "salesforce",
                "konsens.crm.url", SALESFORCE.url(),
                "konsens.crm.client-id", "konsens",
                "konsens.crm.client-secret", "s3cret",
                "konsens.erp.kind", "sap",
                "konsens.erp.url", SAP.service(),
                "konsens.erp.user", "konsens",
                "konsens.erp.password", "s3cret",
                // Who takes over the job of a dead node waits until its lease has run out.
                "camunda.bpm.job-execution.lock-time-in-millis", "5000");
    }

    @AfterAll
    static void close() {
        SALESFORCE.close();
        SAP.close();
    }

    /** The other node is to have the jobs. */
    @BeforeEach
    void lookOn() {
        jobs.shutdown();
        SALESFORCE.clear();
        SAP.clear();
    }

    @AfterEach
    void end() {
        node.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_between_remote_success_and_local_commit_has_no_double_effect(TargetSystem system) throws IOException {
        String agreement = team.newAgreement("R1");
        new RemoteNegotiation(port, agreement).planned("r1", "1").reviewed("m1").confirmed("r1", "m1");
        StandIn remote = system == TargetSystem.CRM ? SALESFORCE : SAP;
        remote.spoilNextAnswer(answer -> {
            node.kill();
            return answer;
        });
        node = new Node(
                folder,
                dataSource.getJdbcUrl(),
                settings().entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        await().atMost(PATIENCE).until(() -> !node.isAlive());
        Map<String, BigDecimal> taken = remote.figures();
        assertThat(taken).as(node::log).isNotEmpty();
        assertThat(handover.ledger(agreement))
                .as("the answer never came, so nothing was written down")
                .noneMatch(entry -> entry.system() == system);

        jobs.start();

        await().atMost(PATIENCE)
                .until(() -> agreements.find(agreement).orElseThrow().state(), AgreementState.HANDED_OVER::equals);
        Map<String, BigDecimal> agreed = agreed(agreement);
        assertThat(SALESFORCE.figures()).isEqualTo(agreed);
        assertThat(SAP.figures()).isEqualTo(agreed);
        assertThat(remote.calls.stream()
                        .flatMap(List::stream)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .as("sent twice is what was taken, and nothing else")
                .isEqualTo(agreed.keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), key -> taken.containsKey(key) ? 2L : 1L)));
        assertThat(handover.ledger(agreement))
                .hasSize(2 * agreed.size())
                .allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED && entry.attempts() == 1);
    }

    /** By external key, what both have confirmed. */
    private Map<String, BigDecimal> agreed(String agreement) {
        Map<String, BigDecimal> agreed = new TreeMap<>();
        agreements
                .find(agreement)
                .orElseThrow()
                .lines()
                .forEach(line -> agreed.put(
                        agreement + ":" + line.lineId(), line.agreed().stripTrailingZeros()));
        return agreed;
    }
}
