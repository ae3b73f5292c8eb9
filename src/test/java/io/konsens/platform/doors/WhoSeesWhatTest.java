package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A rep sees what is theirs, a manager what is below them: at every door. See {@link SalesTeam} for who is who. */
@DoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesWhatTest {

    private static final String FINANCE = "finn";
    private static final String STRANGER = "sid";

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService taskService;

    private String period;

    @BeforeAll
    void a_campaign_for_everybody(@Autowired SalesTeam team, @Autowired Users users) {
        users.createIfMissing(FINANCE, "Finn Finance", "", SalesTeam.PASSWORD, List.of(Groups.FINANCE));
        users.createIfMissing(STRANGER, "Sid Stranger", "", SalesTeam.PASSWORD, List.of(Groups.REP));
        period = team.newAgreement("R1").replace("-R1", "");
    }

    @ParameterizedTest
    @CsvSource({
        "r1, R1",
        "r2, R2",
        "r3, R3",
        "m1, R1 R2",
        "m2, ''",
        "b, R1 R2 R3",
        "owner, R1 R2 R3",
        "finn, R1 R2 R3",
        "admin, R1 R2 R3"
    })
    void agreements_at_our_api(String user, String reps) {
        String path = "/api/v1/agreements?period=" + period;

        assertThat(Visitor.program(port, user).get(path).each("repId"))
                .containsExactlyInAnyOrderElementsOf(words(reps));
        assertThat(Visitor.person(port, user).get(path).each("repId")).containsExactlyInAnyOrderElementsOf(words(reps));
    }

    @ParameterizedTest
    @CsvSource({
        "r1, R1",
        "r2, R2",
        "m1, R1 R2",
        "m2, ''",
        "b, R1 R2 R3",
        "owner, ''",
        "finn, ''",
        "sid, ''",
        "admin, R1 R2 R3"
    })
    void tasks_at_both_doors_of_the_engine(String user, String reps) {
        String query = "/task?taskDefinitionKey=userTask_planTargets";
        Set<String> all = tasks("R1 R2 R3");

        Visitor program = Visitor.program(port, user);
        Visitor person = Visitor.inTasklist(port, user);
        for (String path : List.of(query, query + "&sortBy=created&sortOrder=asc")) {
            assertThat(ours(program.get("/engine-rest" + path).json(), all)).isEqualTo(tasks(reps));
            assertThat(ours(program.post("/engine-rest/task", "{}").json(), all))
                    .isEqualTo(tasks(reps));
        }
        assertThat(ours(person.get("/camunda/api/engine/engine/default" + query).json(), all))
                .isEqualTo(tasks(reps));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r2", "m2", "sid"})
    void what_is_not_yours_looks_like_what_does_not_exist(String user) {
        String taskId = tasks("R1").iterator().next();
        Visitor visitor = Visitor.program(port, user);

        for (String path : List.of("", "/record", "/handover", "/news?after=0")) {
            var foreign = visitor.get("/api/v1/agreements/" + period + "-R1" + path);
            var missing = visitor.get("/api/v1/agreements/nothing" + path);
            assertThat(foreign.status()).as(path).isEqualTo(404);
            assertThat(foreign.body().replace(period + "-R1", "nothing")).isEqualTo(missing.body());
        }
        assertThat(visitor.get("/agreements/" + period + "-R1").status()).isEqualTo(404);
        assertThat(visitor.get("/api/v1/tasks/" + taskId + "/agreement").status())
                .isEqualTo(404);
        for (String step : List.of("submit", "withdraw", "reassign")) {
            var foreign = visitor.post("/api/v1/agreements/" + period + "-R1/" + step, "{}");
            var missing = visitor.post("/api/v1/agreements/nothing/" + step, "{}");
            assertThat(foreign.status()).as(step).isIn(403, 404);
            assertThat(foreign.body().replace(period + "-R1", "nothing")).isEqualTo(missing.body());
        }
    }

    @Test
    void figures_change_by_their_owner_only() {
        JsonNode line = Visitor.program(port, "r1")
                .get("/api/v1/agreements/" + period + "-R1")
                .json()
                .get("lines")
                .get(0);
        String path =
                "/api/v1/agreements/" + period + "-R1/lines/" + line.get("id").asText();
        String change = "{\"version\":" + line.get("version") + ",\"plan\":\"1\"}";

        for (String other : List.of("r2", "m2", STRANGER)) {
            assertThat(Visitor.program(port, other).send("PATCH", path, change).status())
                    .as(other)
                    .isEqualTo(404);
        }
        for (String onlooker : List.of("m1", "b", SalesTeam.OWNER, FINANCE, "admin")) {
            assertThat(Visitor.program(port, onlooker)
                            .send("PATCH", path, change)
                            .status())
                    .as(onlooker)
                    .isEqualTo(403);
        }
        assertThat(Visitor.program(port, "r1")
                        .get("/api/v1/agreements/" + period + "-R1")
                        .json()
                        .get("lines")
                        .get(0))
                .isEqualTo(line);
    }

    /** What the task list needs is in the tasks; the rest of the engine's data is for those who run it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "process-instance",
                "execution",
                "job",
                "incident",
                "deployment",
                "decision-definition",
                "authorization",
                "external-task",
                "batch",
                "event-subscription",
                "history/process-instance",
                "history/activity-instance",
                "history/variable-instance",
                "history/task",
                "history/detail",
                "history/decision-instance?includeInputs=true",
                "history/user-operation",
                "history/identity-link-log",
                "history/job-log"
            })
    void a_rep_sees_nothing_else_of_the_engine(String resource) {
        assertThat(Visitor.program(port, "r1").get("/engine-rest/" + resource).body())
                .isEqualTo("[]");
        assertThat(Visitor.inTasklist(port, "r1")
                        .get("/camunda/api/engine/engine/default/" + resource)
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void a_rep_sees_variables_of_their_own_tasks_only() {
        Visitor rep = Visitor.program(port, "r1");
        List<String> mine = rep.get("/engine-rest/task").each("id");

        assertThat(rep.get("/engine-rest/variable-instance").each("taskId")).allMatch(mine::contains);
    }

    @Test
    void a_rep_sees_no_other_users() {
        assertThat(Visitor.program(port, "r1").get("/engine-rest/user").each("id"))
                .containsExactly("r1");
    }

    @Test
    void a_process_owner_sees_running_agreements_in_cockpit_and_cannot_touch_them() {
        Visitor owner = Visitor.program(port, SalesTeam.OWNER);
        var instances = owner.get("/engine-rest/process-instance?businessKey=" + period + "-R1");

        assertThat(instances.each("businessKey")).containsExactly(period + "-R1");
        String instance =
                "/engine-rest/process-instance/" + instances.each("id").get(0);
        assertThat(owner.get(instance + "/variables").json().get("repName").get("value"))
                .hasToString("\"Rita Reich\"");
        assertThat(owner.send("DELETE", instance, "").status()).isEqualTo(403);
        assertThat(owner.send("PUT", instance + "/variables/round", "{\"value\":9}")
                        .status())
                .isEqualTo(403);
    }

    private Set<String> tasks(String reps) {
        Set<String> ids = new TreeSet<>();
        for (String rep : words(reps)) {
            ids.add(taskService
                    .createTaskQuery()
                    .processInstanceBusinessKey(period + "-" + rep)
                    .singleResult()
                    .getId());
        }
        return ids;
    }

    /** The ids in this answer, without those of other tests' agreements. */
    private static Set<String> ours(JsonNode answer, Set<String> all) {
        Set<String> ids = new TreeSet<>(answer.findValuesAsText("id"));
        ids.retainAll(all);
        return ids;
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
