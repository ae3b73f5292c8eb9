package io.konsens.agreement.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
@DirtiesContext
class CampaignTest {

    private static final AtomicInteger PERIODS = new AtomicInteger();
    private static final int REPS = 48;
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

    private String period;

    /** One organisation for all tests, a period for each. */
    @BeforeEach
    void newPeriod() {
        if (jdbc.queryForObject("select count(*) from konsens.employee", Integer.class) == 0) {
            new LargeTeam(REPS, 2, 3).join(jdbc);
        }
        jdbc.update("update konsens.campaign_entry set state = 'CANCELLED' where state = 'WAITING'");
        period = "T" + PERIODS.incrementAndGet();
        jdbc.update(
                "insert into konsens.planning_period select ?, start_date, end_date, currency, baseline_from, baseline_to"
                        + " from konsens.planning_period where period_id = ?",
                period,
                LargeTeam.PERIOD);
    }

    @Test
    void everybody_gets_one_agreement_with_its_lines_one_process_and_one_task() {
        campaign.start(period, OWNER);
        assertThat(progress().waiting()).isEqualTo(REPS);
        assertThat(progress().running()).isTrue();
        starter.startAll();
        everybodyHasExactlyOne();
        assertThat(progress().running()).isFalse();
        assertThat(progress().finishedAt()).isNotNull();
        assertThat(jdbc.queryForList(
                        "select distinct by from konsens.negotiation_event where type = 'CREATED' and agreement_id like ? || '-%'",
                        String.class, period))
                .containsExactly("owner");
    }

    @Test
    void starting_again_starts_nobody_again() {
        campaign.start(period, OWNER);
        starter.startAll();
        campaign.start(period, OWNER);
        starter.startAll();
        everybodyHasExactlyOne();
    }

    @Test
    void several_nodes_at_once_start_nobody_twice() throws Exception {
        campaign.start(period, OWNER);
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
        campaign.start(period, OWNER);
        jdbc.update("update konsens.employee set manager_id = null where employee_id = 'R7'");
        starter.startAll();
        assertThat(progress().prepared()).isEqualTo(REPS - 1);
        assertThat(campaign.failures(period, OWNER)).singleElement().satisfies(failure -> {
            assertThat(failure.repId()).isEqualTo("R7");
            assertThat(failure.repName()).isEqualTo("R 7");
            assertThat(failure.error()).startsWith("R 7 hat keine Führungskraft");
        });

        jdbc.update("update konsens.employee set manager_id = 'M1' where employee_id = 'R7'");
        campaign.start(period, OWNER);
        assertThat(progress().waiting()).isEqualTo(1);
        starter.startAll();
        everybodyHasExactlyOne();
    }

    @Test
    void what_is_not_started_can_be_stopped_and_started_later() {
        campaign.start(period, OWNER);
        starter.startSome(20);
        campaign.cancel(period, OWNER);
        starter.startAll();
        assertThat(progress())
                .extracting(CampaignStart::prepared, CampaignStart::cancelled)
                .containsExactly(20, REPS - 20);
        assertThat(progress().running()).isFalse();

        campaign.start(period, OWNER);
        starter.startAll();
        everybodyHasExactlyOne();
    }

    @Test
    @DirtiesContext
    void a_node_that_goes_down_blames_nobody_and_leaves_the_rest_waiting() {
        campaign.start(period, OWNER);
        starter.startSome(20);
        starter.stop();
        starter.startAll();
        assertThat(progress())
                .extracting(CampaignStart::prepared, CampaignStart::waiting, CampaignStart::failed)
                .containsExactly(20, REPS - 20, 0);
    }

    @Test
    void a_fault_of_the_database_that_passes_is_nobodys_failure() {
        campaign.start(period, OWNER);
        jdbc.execute("""
                create function konsens.out_of_space() returns trigger language plpgsql as $$
                begin raise exception 'disk full' using errcode = '53100'; end $$;
                create trigger out_of_space before insert on konsens.target_agreement
                    for each row when (new.rep_id = 'R7') execute function konsens.out_of_space()
                """);
        assertThatException().isThrownBy(starter::startAll);
        assertThat(progress().failed()).isZero();

        jdbc.execute("drop trigger out_of_space on konsens.target_agreement");
        starter.startAll();
        everybodyHasExactlyOne();
    }

    @Test
    void only_process_owners_start_stop_and_see_how_the_start_goes() {
        campaign.start(period, OWNER);
        Caller director = new Caller("d1", Set.of(Groups.MANAGER));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> campaign.start(period, director));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> campaign.cancel(period, director));
        assertThat(campaign.progress(period, director)).isEmpty();
        assertThat(campaign.failures(period, director)).isEmpty();
    }

    private CampaignStart progress() {
        return campaign.progress(period, OWNER).orElseThrow();
    }

    private void everybodyHasExactlyOne() {
        assertThat(progress().prepared()).isEqualTo(REPS);
        assertThat(jdbc.queryForList(
                        "select count(*) from konsens.plan_line where agreement_id like ? || '-%' group by agreement_id",
                        Integer.class, period))
                .hasSize(REPS)
                .containsOnly(8);
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike(period + "-%")
                        .list())
                .extracting(ProcessInstance::getBusinessKey)
                .doesNotHaveDuplicates()
                .hasSize(REPS);
        assertThat(taskService
                        .createTaskQuery()
                        .processInstanceBusinessKeyLike(period + "-%")
                        .count())
                .isEqualTo(REPS);
    }
}
