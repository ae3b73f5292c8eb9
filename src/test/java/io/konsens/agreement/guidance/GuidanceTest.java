package io.konsens.agreement.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.doors.DoorTest;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands beside the figures of an agreement, and who gets to see it. See {@link SalesTeam} for who is who. */
@DoorTest
class GuidanceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    private String agreement;
    private String period;

    @BeforeEach
    void agreement() {
        agreement = team.newAgreement("R1");
        period = agreement.replace("-R1", "");
    }

    @Test
    void a_line_has_a_figure_for_each_month_of_the_baseline_and_they_sum_to_it() {
        JsonNode guidance = guidance("r1");

        assertThat(guidance.get("months")).hasSize(12);
        assertThat(guidance.at("/months/0").asText()).isEqualTo("2025-01");
        assertThat(texts(guidance.at("/history/" + line("A1").get("id").asText())))
                .containsExactly(
                        "0.00", "0.00", "1000.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00",
                        "0.00");
        for (JsonNode line : lines("r1")) {
            List<String> months = texts(guidance.at("/history/" + line.get("id").asText()));
            assertThat(months.isEmpty())
                    .as("only what is about an account has a history")
                    .isEqualTo(line.get("accountId").isNull());
            if (!months.isEmpty()) {
                assertThat(months.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(line.get("baseline").asText());
            }
        }
    }

    @Test
    void a_window_that_begins_within_a_month_touches_thirteen_and_a_longer_one_shows_its_last() {
        window("2024-03-15", "2025-03-14");
        assertThat(guidance("r1").get("months")).hasSize(13);
        window("2023-01-01", "2025-12-31");
        JsonNode months = guidance("r1").get("months");
        assertThat(months).hasSize(13);
        assertThat(months.get(12).asText()).isEqualTo("2025-12");
    }

    @Test
    void what_is_not_yours_looks_like_nothing() {
        for (String other : List.of("r2", "r3", "m2")) {
            assertThat(visitor(other).get(path("/guidance")).status()).as(other).isEqualTo(404);
        }
        assertThat(visitor("r1").get("/api/v1/agreements/none/guidance").status())
                .isEqualTo(404);
    }

    @Test
    void without_an_expectation_nothing_is_said_about_the_team() {
        assertThat(guidance("r1").get("team")).isEmpty();
    }

    @Test
    void a_rep_learns_the_gap_of_the_team_and_not_what_colleagues_plan() {
        expect("Sales North", "revenue", "10000.00");
        plan("r1", agreement, "A1", "1500.55");
        plan("r2", period + "-R2", "A3", "3000.25");

        JsonNode rep = guidance("r1").get("team");
        assertThat(rep).hasSize(1);
        assertThat(rep.at("/0/orgUnit").asText()).isEqualTo("Sales North");
        assertThat(rep.at("/0/expected").asText()).isEqualTo("10000.00");
        assertThat(rep.at("/0/gap").asText()).isEqualTo("5499.20");
        assertThat(rep.at("/0/standing").isNull()).isTrue();
        assertThat(rep.at("/0/openLines").asInt())
                .as("r1 has one more line of revenue")
                .isEqualTo(1);
    }

    @Test
    void a_manager_sees_what_the_unit_stands_at_including_those_below() {
        expect("Sales North", "revenue", "10000.00");
        expect("Sales", "revenue", "4000.00");
        plan("r1", agreement, "A1", "1500.55");
        plan("r3", period + "-R3", "A4", "4000.00");

        assertThat(guidance("m1").at("/team/0/standing").asText()).isEqualTo("1500.55");
        for (String all : List.of("b", SalesTeam.OWNER)) {
            assertThat(guidance(all).at("/team/0/standing").asText()).as(all).isEqualTo("1500.55");
        }
        JsonNode whole = visitor("b")
                .get("/api/v1/agreements/" + period + "-R3/guidance")
                .json()
                .get("team");
        assertThat(whole.at("/0/standing").asText())
                .as("Sales with Sales North")
                .isEqualTo("5500.55");
        assertThat(whole.at("/0/gap").asText()).as("more than expected").isEqualTo("-1500.55");
    }

    @Test
    void percentages_do_not_add_up_and_counts_do() {
        expect("Sales North", "contribution_margin", "30.00");
        expect("Sales North", "new_customers", "7");

        JsonNode standing = guidance("m1").get("team");
        assertThat(standing.findValuesAsText("metric")).containsExactly("new_customers");
        assertThat(standing.at("/0/gap").asText()).isEqualTo("7");
    }

    @Test
    void the_rule_that_finds_a_plan_unusual_says_why_in_the_language_of_the_reader() {
        plan("r1", agreement, "A2", "9000.00");
        JsonNode line = line("A2");
        assertThat(line.get("plausibility").asText()).isEqualTo("REASON_REQUIRED");
        String rule = line.get("plausibilityRule").asText();

        assertThat(visitor("r1").get(path("")).json().at("/rules/" + rule).asText())
                .isEqualTo("More than 50 % and from 5,000 needs a reason.");
        assertThat(visitor("r1")
                        .with("Accept-Language", "de")
                        .get(path(""))
                        .json()
                        .at("/rules/" + rule)
                        .asText())
                .isEqualTo("Mehr als 50 % und ab 5.000 braucht eine Begründung.");
    }

    private void window(String from, String to) {
        assertThat(visitor(SalesTeam.OWNER)
                        .send("PUT", "/api/v1/periods/" + period, """
                                {"start": "2026-01-01", "end": "2026-12-31", "currency": "EUR",
                                 "baselineFrom": "%s", "baselineTo": "%s"}""".formatted(from, to))
                        .status())
                .isEqualTo(200);
    }

    private void expect(String unit, String metric, String amount) {
        assertThat(visitor(SalesTeam.OWNER)
                        .send("PUT", "/api/v1/periods/" + period + "/expectations", """
                                [{"orgUnit": "%s", "metric": "%s", "amount": "%s"}]""".formatted(unit, metric, amount))
                        .status())
                .isEqualTo(200);
    }

    private void plan(String user, String agreementId, String account, String amount) {
        JsonNode line =
                find(visitor(user).get("/api/v1/agreements/" + agreementId).json(), account);
        assertThat(visitor(user)
                        .send(
                                "PATCH",
                                "/api/v1/agreements/" + agreementId + "/lines/"
                                        + line.get("id").asText(),
                                "{\"version\": %s, \"plan\": \"%s\"}".formatted(line.get("version"), amount))
                        .status())
                .isEqualTo(200);
    }

    private JsonNode line(String account) {
        return find(visitor("r1").get(path("")).json(), account);
    }

    private static JsonNode find(JsonNode agreement, String account) {
        return StreamSupport.stream(agreement.get("lines").spliterator(), false)
                .filter(line -> line.get("accountId").asText().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private Iterable<JsonNode> lines(String user) {
        return visitor(user).get(path("")).json().get("lines");
    }

    private JsonNode guidance(String user) {
        return visitor(user).get(path("/guidance")).json();
    }

    private String path(String rest) {
        return "/api/v1/agreements/" + agreement + rest;
    }

    private Visitor visitor(String user) {
        return Visitor.program(port, user);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
