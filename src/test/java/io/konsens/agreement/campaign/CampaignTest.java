package io.konsens.agreement.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import io.konsens.testing.LargeTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Starting a campaign: everybody once, whatever fails, is stopped, or runs at the same time. */
@SpringBootTest(
        properties = {
            "konsens.demo=false",
            "camunda.bpm.job-execution.enabled=false",
            "konsens.campaign.threads=0" // a test says itself when something is started
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class CampaignTest {

    private static final int REPS = 120;
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));

    @Autowired
    private StartCampaign campaign;

    @Autowired
    private AgreementStarter starter;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @BeforeEach
    void organisation() {
        new LargeTeam(REPS, 2, 3).join(jdbc);
    }

    @Test
    void everybody_gets_one_agreement_with_its_lines_one_process_and_one_task() {
        campaign.start(LargeTeam.PERIOD, OWNER);
        assertThat(progress().waiting()).isEqualTo(REPS);
        assertThat(progress().running()).isTrue();
        starter.startAll();
        everybodyHasExactlyOne();
        assertThat(progress().running()).isFalse();
        assertThat(progress().finishedAt()).isNotNull();
        assertThat(jdbc.queryForList(
                        "select distinct by from konsens.negotiation_event where type = 'CREATED'", String.class))
                .containsExactly("owner");
    }

    @Test
    void starting_again_starts_nobody_again() {
        campaign.start(LargeTeam.PERIOD, OWNER);
        starter.startAll();
        campaign.start(LargeTeam.PERIOD, OWNER);
        starter.startAll();
        everybodyHasExactlyOne();
    }

    @Test
    void several_nodes_at_once_start_nobody_twice() throws Exception {
        campaign.start(LargeTeam.PERIOD, OWNER);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<? extends Future<?>> running = Stream.generate(() -> nodes.submit(starter::startAll))
                    .limit(4)
                    .toList();
            for (Future<?> node : running) {
                node.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        everybodyHasExactlyOne();
    }

    @Test
    void one_that_fails_holds_up_nobody_and_is_tried_again_when_asked() {
        campaign.start(LargeTeam.PERIOD, OWNER);
        jdbc.update("update konsens.employee set manager_id = null where employee_id = 'R7'");
        starter.startAll();
        assertThat(progress().prepared()).isEqualTo(REPS - 1);
        assertThat(campaign.failures(LargeTeam.PERIOD, OWNER)).singleElement().satisfies(failure -> {
            assertThat(failure.repId()).isEqualTo("R7");
            assertThat(failure.repName()).isEqualTo("R 7");
            assertThat(failure.error()).startsWith("R 7 hat keine Führungskraft");
        });

        jdbc.update("update konsens.employee set manager_id = 'M1' where employee_id = 'R7'");
        campaign.start(LargeTeam.PERIOD, OWNER);
        assertThat(progress().waiting()).isEqualTo(1);
        starter.startAll();
        everybodyHasExactlyOne();
    }

    @Test
    void what_is_not_started_can_be_stopped_and_started_later() {
        campaign.start(LargeTeam.PERIOD, OWNER);
        starter.startSome(50);
        campaign.cancel(LargeTeam.PERIOD, OWNER);
        starter.startAll();
        assertThat(progress())
                .extracting(CampaignStart::prepared, CampaignStart::cancelled)
                .containsExactly(50, REPS - 50);
        assertThat(progress().running()).isFalse();

        campaign.start(LargeTeam.PERIOD, OWNER);
        starter.startAll();
        everybodyHasExactlyOne();
    }

    @Test
    void only_process_owners_start_stop_and_see_how_the_start_goes() {
        campaign.start(LargeTeam.PERIOD, OWNER);
        Caller director = new Caller("d1", Set.of(Groups.MANAGER));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> campaign.start(LargeTeam.PERIOD, director));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> campaign.cancel(LargeTeam.PERIOD, director));
        assertThat(campaign.progress(LargeTeam.PERIOD, director)).isEmpty();
        assertThat(campaign.failures(LargeTeam.PERIOD, director)).isEmpty();
    }

    private CampaignStart progress() {
        return campaign.progress(LargeTeam.PERIOD, OWNER).orElseThrow();
    }

    private void everybodyHasExactlyOne() {
        assertThat(progress().prepared()).isEqualTo(REPS);
        assertThat(jdbc.queryForList("select count(*) from konsens.plan_line group by agreement_id", Integer.class))
                .hasSize(REPS)
                .containsOnly(8);
        assertThat(runtimeService.createProcessInstanceQuery().list())
                .extracting(instance -> instance.getBusinessKey())
                .doesNotHaveDuplicates()
                .hasSize(REPS);
        assertThat(taskService.createTaskQuery().count()).isEqualTo(REPS);
    }
}
