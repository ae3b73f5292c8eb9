package io.konsens.benchmark;

import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import io.konsens.testing.Answer;
import io.konsens.testing.LargeTeam;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import io.konsens.testing.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/**
 * The progress page of 2,000 agreements with 100 lines each, beside the bare database that only adds the lines up, and beside
 * the page of a period without agreements: {@code mvn test -Dtest=ProgressBenchmark}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "camunda.bpm.job-execution.enabled=false",
            "konsens.campaign.threads=0",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
class ProgressBenchmark {

    private static final int REPS = Integer.getInteger("reps", 2_000);
    private static final int ROUNDS = 15;
    private static final String PAGE = "/campaign/progress?period=2027";

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private JdbcTemplate jdbc;

    private double bare;

    @Test
    void two_thousand_agreements() {
        LargeTeam team = new LargeTeam(REPS, 10, 10);
        team.join(jdbc);
        team.plan(jdbc);
        jdbc.update("insert into konsens.planning_period"
                + " values ('2026', '2026-01-01', '2026-12-31', 'EUR', '2025-01-01', '2025-12-31')");
        users.save("d1", "D 1", "", List.of(Groups.MANAGER));
        users.save("m1", "M 1", "", List.of(Groups.MANAGER));
        Visitor director = Visitor.program(port, "d1");
        Visitor manager = Visitor.program(port, "m1");
        String tag = director.get("/campaign/progress/live?period=2027").header("ETag");
        Visitor watcher = Visitor.program(port, "d1").with("If-None-Match", tag);

        System.out.printf(
                "%n%,d agreements, %,d lines%n",
                REPS, jdbc.queryForObject("select count(*) from konsens.plan_line", Integer.class));
        bare = report(
                "bare sums by agreement and metric",
                () -> jdbc.queryForList(
                        "select agreement_id, metric, sum(baseline), sum(plan), sum(proposal), sum(agreed)"
                                + " from konsens.plan_line group by 1, 2"));
        report("page of a period without agreements", () -> page(director, "/campaign/progress?period=2026"));
        report("director's page, first level open", () -> page(director, PAGE));
        report("director's page, everything open (400 rows)", () -> page(director, PAGE + "&open=all"));
        report("director's page, nothing changed", () -> watcher.get("/campaign/progress/live?period=2027"));
        report("manager of ten", () -> page(manager, PAGE));
        report("API, everything", () -> page(director, "/api/v1/periods/2027/progress"));
        report("xlsx, everything", () -> page(director, "/api/v1/periods/2027/progress.xlsx"));
    }

    private static Answer page(Visitor visitor, String path) {
        Answer answer = visitor.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }

    private double report(String what, Supplier<Object> work) {
        List<Double> millis = new ArrayList<>();
        Object last = null;
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            last = work.get();
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        List<Double> warm = new ArrayList<>(millis.subList(ROUNDS / 3, ROUNDS));
        Collections.sort(warm);
        double median = warm.get(warm.size() / 2);
        System.out.printf(
                "%-45s median %6.1f ms, worst %6.1f ms, ratio %4.1f%s%n",
                what,
                median,
                warm.get(warm.size() - 1),
                bare == 0 ? 1 : median / bare,
                last instanceof Answer answer
                        ? ", " + answer.status() + ", " + (answer.body().length() >> 10) + " KB"
                        : "");
        return median;
    }
}
