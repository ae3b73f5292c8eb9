package io.konsens.agreement.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.testing.LargeTeam;
import io.konsens.testing.Node;
import io.konsens.testing.ThrowAwayPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A node that starts a campaign is killed half-way: another one finishes, with nothing double and nothing missing. */
@SpringBootTest(
        properties = {
            "konsens.demo=false",
            "camunda.bpm.job-execution.enabled=false",
            "konsens.campaign.threads=0" // this node only looks on until it is asked
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class CampaignSurvivesTest {

    private static final int REPS = 400;
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));

    @TempDir
    private Path folder;

    @Autowired
    private StartCampaign campaign;

    @Autowired
    private AgreementStarter starter;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HikariDataSource dataSource;

    @Autowired
    private RuntimeService runtimeService;

    private Node node;

    @AfterEach
    void end() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void a_killed_node_leaves_a_campaign_another_one_finishes() throws Exception {
        new LargeTeam(REPS, 2, 5).join(jdbc);
        campaign.start(LargeTeam.PERIOD, OWNER);
        node = new Node(folder, dataSource.getJdbcUrl(), "--konsens.campaign.look-every=200ms");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    assertThat(node.isAlive()).as(node::log).isTrue();
                    return progress().prepared() >= 40;
                });
        node.kill();

        assertThat(progress().waiting()).as("killed half-way").isPositive();
        whatIsSaidToBePreparedIsThereAndNoMore();

        // Its open transactions end when the database notices; until then what they hold is passed over.
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            starter.startAll();
            return !progress().running();
        });
        assertThat(progress().prepared()).isEqualTo(REPS);
        assertThat(agreements()).isEqualTo(REPS);
        assertThat(runtimeService.createProcessInstanceQuery().list())
                .extracting(ProcessInstance::getBusinessKey)
                .doesNotHaveDuplicates()
                .hasSize(REPS);
        assertThat(jdbc.queryForList(
                        "select count(*) from konsens.target_agreement left join konsens.plan_line using (agreement_id)"
                                + " group by agreement_id",
                        Integer.class))
                .hasSize(REPS)
                .containsOnly(12);
    }

    /** In one statement: what the node last committed may come to light at any moment. */
    private void whatIsSaidToBePreparedIsThereAndNoMore() {
        assertThat(jdbc.queryForMap("""
                                select (select count(*) from konsens.campaign_entry where state = 'PREPARED') as prepared,
                                       (select count(*) from konsens.target_agreement) as agreements,
                                       (select count(*) from act_ru_execution where parent_id_ is null) as processes
                                """).values())
                .satisfies(counts -> assertThat(Set.copyOf(counts)).hasSize(1));
    }

    private CampaignStart progress() {
        return campaign.progress(LargeTeam.PERIOD, OWNER).orElseThrow();
    }

    private int agreements() {
        return jdbc.queryForObject("select count(*) from konsens.target_agreement", Integer.class);
    }
}
