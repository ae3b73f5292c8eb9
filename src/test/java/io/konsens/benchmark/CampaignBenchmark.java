package io.konsens.benchmark;

import io.konsens.agreement.campaign.CampaignWorker;
import io.konsens.agreement.campaign.StartCampaign;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import io.konsens.testing.Answer;
import io.konsens.testing.LargeTeam;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import io.konsens.testing.Visitor;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/**
 * A campaign of 2,000 agreements with 102 lines each, started in the background while somebody plans, beside the bare
 * engine's start of the same model in the same run: {@code mvn test -Dtest=CampaignBenchmark}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.campaign.threads=${threads:1}",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
class CampaignBenchmark {

    private static final int REPS = Integer.getInteger("reps", 2_000);
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));

    @Autowired
    private StartCampaign campaign;

    @Autowired
    private CampaignWorker worker;

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    @Autowired
    private Agreements agreements;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void two_thousand_agreements_while_somebody_plans() throws Exception {
        new LargeTeam(REPS, 10, 10).join(jdbc);
        double bare = REPS / BareEngine.seconds(REPS, jdbc.getDataSource());
        double bareBatches = REPS / BareEngine.secondsInBatches(REPS, jdbc.getDataSource());

        users.save("r1", "R 1", "", List.of(Groups.REP));
        Planner planner = new Planner();
        warmUp(planner);
        List<Double> alone = planner.times(200);
        resetPeaks();
        long begun = System.nanoTime();
        campaign.start(LargeTeam.PERIOD, OWNER);
        worker.begin();
        double answered = (System.nanoTime() - begun) / 1e9;
        List<Double> meanwhile = new ArrayList<>();
        while (campaign.progress(LargeTeam.PERIOD, OWNER).orElseThrow().running()) {
            meanwhile.addAll(planner.times(1));
            Thread.sleep(50);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long peak = peak();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%n%,d agreements, %,d lines in %.1f s: %.0f/s; answered after %.2f s%n"
                        + "bare engine one by one %.0f/s, 50 in a transaction %.0f/s%n"
                        + "PATCH alone: median %.1f ms, 95 %% %.1f ms; meanwhile (%d): median %.1f ms, 95 %% %.1f ms, worst %.1f ms%n"
                        + "heap: peak %d MB, after collecting %d MB of %d MB%n%n",
                campaign.progress(LargeTeam.PERIOD, OWNER).orElseThrow().prepared(),
                jdbc.queryForObject("select count(*) from konsens.plan_line", Integer.class),
                seconds,
                REPS / seconds,
                answered,
                bare,
                bareBatches,
                share(alone, 50),
                share(alone, 95),
                meanwhile.size(),
                share(meanwhile, 50),
                share(meanwhile, 95),
                share(meanwhile, 100),
                peak >> 20,
                runtime.totalMemory() - runtime.freeMemory() >> 20,
                runtime.maxMemory() >> 20);
    }

    /** Somebody who has an agreement already and changes one figure after the other, as their grid does. */
    private final class Planner {

        private static final String AGREEMENT = LargeTeam.PERIOD + "-R1";
        private final Visitor rep = Visitor.program(port, "r1");
        private int figure;

        List<Double> times(int changes) {
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < changes; i++) {
                PlanLine line = agreements.find(AGREEMENT).orElseThrow().lines().get(i % 100);
                String body = "{\"version\": %d, \"plan\": \"%d.00\"}".formatted(line.version(), 100 + figure++ % 5);
                long begun = System.nanoTime();
                Answer answer = rep.send("PATCH", "/api/v1/agreements/" + AGREEMENT + "/lines/" + line.lineId(), body);
                millis.add((System.nanoTime() - begun) / 1e6);
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.body());
                }
            }
            return millis;
        }
    }

    /** The first twenty, among them the planner's own. */
    private void warmUp(Planner planner) {
        campaign.start(LargeTeam.PERIOD, OWNER);
        jdbc.update("update konsens.campaign_entry set state = 'CANCELLED' where rep_id not in"
                + " (select 'R' || n from generate_series(1, 20) n)");
        worker.begin();
        planner.times(100);
    }

    private static double share(List<Double> times, int percent) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeaks() {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
