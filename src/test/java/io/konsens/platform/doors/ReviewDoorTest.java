package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.testing.Answer;
import io.konsens.testing.RemoteNegotiation;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The queue of reviews and confirming many at once, over HTTP. */
@DoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewDoorTest {

    private static final String CONFIRM = "/api/v1/reviews/confirm";

    @LocalServerPort
    private int port;

    private final List<String> planned = new ArrayList<>();

    @BeforeAll
    void three_plans_wait_for_m1(@Autowired SalesTeam team) {
        for (String rep : List.of("R1", "R2", "R1")) {
            planned.add(new RemoteNegotiation(port, team.newAgreement(rep))
                    .planned(rep.toLowerCase(), "1")
                    .agreementId());
        }
    }

    @Test
    void the_queue_is_in_the_order_of_the_task_list() {
        Visitor manager = Visitor.inTasklist(port, "m1");
        String engine = "/camunda/api/engine/engine/default";
        String filter = "";
        for (JsonNode one : manager.get(engine + "/filter").json()) {
            if (one.get("properties").get("priority").asInt() == 10) {
                filter = one.get("id").asText();
            }
        }
        for (Map.Entry<String, String> order : Map.of(
                        "newest",
                        "\"sortBy\":\"created\",\"sortOrder\":\"desc\"",
                        "due",
                        "\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"")
                .entrySet()) {
            List<String> tasks = manager.post(
                            engine + "/filter/" + filter + "/list",
                            "{\"taskDefinitionKey\":\"userTask_reviewPlan\",\"sorting\":[{" + order.getValue() + "}]}")
                    .each("processInstanceId");
            List<String> listed = tasks.stream().map(this::agreementOf).toList();
            assertThat(Visitor.program(port, "m1")
                            .get("/api/v1/reviews?order=" + order.getKey())
                            .each("agreementId"))
                    .as(order.getKey())
                    .isEqualTo(listed)
                    .hasSizeGreaterThan(1);
        }
    }

    private String agreementOf(String instance) {
        return Visitor.program(port, SalesTeam.OWNER)
                .get("/engine-rest/process-instance/" + instance)
                .json()
                .get("businessKey")
                .asText();
    }

    @Test
    void a_preview_needs_no_courage_and_a_commit_confirms_what_it_names() {
        String one = planned.get(1);
        Visitor manager = Visitor.program(port, "m1");
        String body = "{\"percent\":\"5\",\"managementTargets\":{\"contribution_margin\":\"30.00\"},\"agreements\":[\""
                + one + "\"]}";

        Answer preview = manager.post(CONFIRM, body);
        assertThat(preview.each("result")).containsExactly("WITHIN");
        assertThat(manager.get("/api/v1/agreements/" + one).json().get("state").asText())
                .isEqualTo("REVIEW");
        Answer commit = manager.post(CONFIRM + "?mode=commit", body);
        assertThat(commit.each("result")).containsExactly("CONFIRMED");
        assertThat(commit.each("agreementId")).containsExactly(one);
        assertThat(manager.get("/api/v1/agreements/" + one).json().get("state").asText())
                .isEqualTo("CONFIRMATION");
        assertThat(manager.get("/api/v1/reviews").each("agreementId"))
                .doesNotContain(one)
                .contains(planned.get(0));
    }

    @Test
    void what_stands_in_the_way_is_named_by_line_and_field_in_words() {
        Answer preview = Visitor.program(port, "m1").post(CONFIRM, "{\"percent\":\"5\"}");

        JsonNode problem = preview.json().get(0).get("problems").get(0);
        assertThat(problem.get("row").isInt()).isTrue();
        assertThat(problem.get("field").asText()).isEqualTo("proposal");
        assertThat(problem.get("message").asText()).startsWith("Contribution margin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                | 422",
                "{\"percent\":5}                   | 422",
                "{\"percent\":\"-5\"}              | 422",
                "[]                                | 422",
                "no json                           | 400",
            })
    void without_a_proper_limit_nothing_is_confirmed(String body, int status) {
        assertThat(Visitor.program(port, "m1")
                        .post(CONFIRM + "?mode=commit", body)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_mode_that_does_not_exist_is_no_preview() {
        assertThat(Visitor.program(port, "m1")
                        .post(CONFIRM + "?mode=now", "{\"percent\":\"5\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "m2", "b", SalesTeam.OWNER})
    void others_have_nothing_to_review(String user) {
        Visitor other = Visitor.program(port, user);

        assertThat(other.get("/api/v1/reviews").body()).isEqualTo("[]");
        assertThat(other.post(CONFIRM + "?mode=commit", "{\"percent\":\"1000\"}")
                        .body())
                .isEqualTo("[]");
        assertThat(Visitor.person(port, user).get("/reviews/" + planned.get(0)).status())
                .isEqualTo(302);
    }

    @Test
    void the_page_leads_through_the_queue() {
        Visitor manager = Visitor.person(port, "m1").with("Accept", "text/html");
        String newest = planned.get(2);

        assertThat(manager.get("/").body()).contains("href=\"/reviews\"");
        assertThat(manager.get("/reviews").body()).contains("/reviews/" + newest);
        String page = manager.get("/reviews/" + newest).body();
        assertThat(page).contains("Plan of Rita Reich", "rel=\"next\"");
        Answer refused = manager.form("/reviews/" + newest + "/complete", Map.of("comment", "Fine", "order", "newest"));
        assertThat(refused.header("Location")).endsWith("/reviews/" + newest + "?order=newest");
        assertThat(manager.get("/reviews/" + newest + "?order=newest").body()).contains("Contribution margin", "Fine");
        assertThat(manager.get("/reviews/tolerance?percent=5").body()).contains("0 of ");
        assertThat(manager.get("/reviews/tolerance").status()).isEqualTo(302);
    }
}
