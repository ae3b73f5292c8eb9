package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.planning.Substitutes;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ralf ({@code r2}) stands in for Rita ({@code r1}): from the first day to the last he comes in, at every door, and else not. */
@DoorTest
class SubstituteAtTheDoorsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    @Autowired
    private Substitutes substitutes;

    @Autowired
    private TaskService taskService;

    @Autowired
    private JdbcTemplate jdbc;

    private String agreementId;
    private String taskId;

    @BeforeEach
    void an_agreement_of_rita() {
        agreementId = team.newAgreement("R1");
        taskId = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(agreementId)
                .singleResult()
                .getId();
    }

    @AfterEach
    void everybodyIsBack() {
        jdbc.update("update konsens.substitution set ended_at = now(), ended_by = 'test' where ended_at is null");
        substitutes.tellOfNewDay();
    }

    @Test
    void while_it_runs_the_substitute_comes_in_and_works() {
        named(0, 3);
        Visitor ralf = Visitor.program(port, "r2");

        assertThat(ralf.get(path("")).json().get("allowed").toString()).contains("PLAN");
        assertThat(ralf.get("/api/v1/agreements").each("id")).contains(agreementId);
        assertThat(ralf.get("/engine-rest/task").each("id")).contains(taskId);
        assertThat(ralf.get("/engine-rest/task/" + taskId).status()).isEqualTo(200);
        assertThat(ralf.get("/api/v1/tasks/" + taskId + "/agreement").status()).isEqualTo(200);
        Visitor inTasklist = Visitor.inTasklist(port, "r2");
        assertThat(inTasklist
                        .get("/camunda/api/engine/engine/default/task/" + taskId)
                        .status())
                .isEqualTo(200);

        assertThat(changeALine(ralf)).isEqualTo(200);
        assertThat(Visitor.program(port, "r1").get(path("/record")).json().findValuesAsText("onBehalfOf"))
                .contains("r1");
        // Not ready, but theirs to complete.
        assertThat(ralf.post("/engine-rest/task/" + taskId + "/submit-form", "{}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void before_the_first_day_they_see_nothing() {
        named(1, 3);

        staysOutside(Visitor.program(port, "r2"));
    }

    @Test
    void after_the_last_day_they_see_nothing_any_more() {
        named(0, 3);
        jdbc.update(
                "update konsens.substitution set first_day = ?, last_day = ? where ended_at is null",
                substitutes.today().minusDays(3),
                substitutes.today().minusDays(1));

        // The calendar decides at our doors at once, even over a task the list still shows for a moment.
        Visitor ralf = Visitor.program(port, "r2");
        assertThat(ralf.get(path("")).status()).isEqualTo(404);
        assertThat(ralf.post("/engine-rest/task/" + taskId + "/submit-form", "{}")
                        .status())
                .isEqualTo(404);
        substitutes.tellOfNewDay();
        staysOutside(ralf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r3", "m2"})
    void a_stranger_never_comes_in(String stranger) {
        named(0, 3);
        Visitor visitor = Visitor.program(port, stranger);

        staysOutside(visitor);
        for (String call : new String[] {"/hand-over-step", "/give-back-step"}) {
            assertThat(visitor.post(path(call), "{\"to\":\"R2\",\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(visitor.get("/agreements/" + agreementId + "/steps").status())
                .isEqualTo(404);
        assertThat(visitor.get("/api/v1/substitutes").body()).isEqualTo("[]");
    }

    @Test
    void people_name_their_own_substitute_and_nobody_elses() {
        String body = "{\"absentId\":\"R1\",\"substituteId\":\"R2\",\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(substitutes.today(), substitutes.today().plusDays(1));

        assertThat(Visitor.program(port, "r3").post("/api/v1/substitutes", body).status())
                .isEqualTo(403);
        assertThat(Visitor.program(port, "r2").post("/api/v1/substitutes", body).status())
                .isEqualTo(403);
        var named = Visitor.program(port, "r1").post("/api/v1/substitutes", body);
        assertThat(named.status()).isEqualTo(201);
        String end = "/api/v1/substitutes/" + named.json().get("id").asText() + "/end";
        assertThat(Visitor.program(port, "r3").post(end, "").status()).isEqualTo(404);
        assertThat(Visitor.program(port, "r1").post(end, "").json().get("state").asText())
                .isEqualTo("OVER");
        assertThat(Visitor.program(port, "r1").post(end, "").status()).isEqualTo(409);
    }

    @Test
    void what_is_wrong_with_a_substitute_is_said_field_by_field() {
        var answer = Visitor.program(port, "r1")
                .post("/api/v1/substitutes", "{\"substituteId\":\"M1\",\"from\":\"2020-01-02\",\"to\":\"2020-01-01\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("from", "to", "substituteId");
        assertThat(answer.body()).contains("Max Meier leads Rita Reich");
    }

    private void staysOutside(Visitor visitor) {
        assertThat(visitor.get(path("")).status()).isEqualTo(404);
        assertThat(visitor.get(path("/record")).status()).isEqualTo(404);
        assertThat(visitor.get("/agreements/" + agreementId).status()).isEqualTo(404);
        assertThat(visitor.get("/api/v1/agreements").each("id")).doesNotContain(agreementId);
        assertThat(visitor.get("/engine-rest/task").each("id")).doesNotContain(taskId);
        assertThat(visitor.get("/engine-rest/task/" + taskId).status()).isIn(403, 404);
        assertThat(visitor.get("/api/v1/tasks/" + taskId + "/agreement").status())
                .isEqualTo(404);
        assertThat(changeALine(visitor)).isEqualTo(404);
        assertThat(visitor.post("/engine-rest/task/" + taskId + "/submit-form", "{}")
                        .status())
                .isIn(403, 404);
        assertThat(visitor.post(path("/submit"), "{}").status()).isEqualTo(404);
    }

    private int changeALine(Visitor visitor) {
        JsonNode line =
                Visitor.program(port, "r1").get(path("")).json().get("lines").get(0);
        return visitor.send(
                        "PATCH",
                        path("/lines/" + line.get("id").asText()),
                        "{\"version\":" + line.get("version") + ",\"plan\":\"1\"}")
                .status();
    }

    private String path(String rest) {
        return "/api/v1/agreements/" + agreementId + rest;
    }

    private void named(int from, int to) {
        team.as(
                SalesTeam.OWNER,
                () -> substitutes.name(
                        "R1",
                        "R2",
                        substitutes.today().plusDays(from),
                        substitutes.today().plusDays(to),
                        team.caller(SalesTeam.OWNER)));
    }
}
