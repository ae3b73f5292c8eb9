package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.testing.Answer;
import io.konsens.testing.RemoteNegotiation;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Adjusting an agreed target, over HTTP. */
@DoorTest
class AdjustmentDoorTest {

    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate NEXT_MONTH = TODAY.plusDays(30);

    @LocalServerPort
    private int port;

    private String agreement;

    @BeforeEach
    void agreed(@Autowired SalesTeam team) {
        agreement = team.newAgreement("R1", TODAY.minusDays(100), TODAY.plusDays(265));
        new RemoteNegotiation(port, agreement).planned("r1", "1").reviewed("m1").confirmed("r1", "m1");
    }

    @Test
    void a_rep_asks_for_an_adjustment_and_sees_both_revisions() {
        Answer begun = begin("r1", "The market broke away", NEXT_MONTH.toString());

        assertThat(begun.status()).isEqualTo(201);
        JsonNode adjustment = begun.json();
        assertThat(adjustment.get("id").asText()).isEqualTo(agreement + "-r2");
        assertThat(adjustment.get("adjusts").asText()).isEqualTo(agreement);
        assertThat(adjustment.get("effectiveFrom").asText()).isEqualTo(NEXT_MONTH.toString());
        assertThat(adjustment.get("adjustmentReason").asText()).isEqualTo("The market broke away");
        assertThat(adjustment.get("state").asText()).isEqualTo("PLANNING");
        assertThat(adjustment.get("lines").get(0).get("formerAgreed"))
                .isEqualTo(adjustment.get("lines").get(0).get("plan"));
        JsonNode revisions = Visitor.program(port, "m1")
                .get("/api/v1/agreements/" + agreement)
                .json()
                .get("revisions");
        assertThat(revisions.findValuesAsText("agreementId")).containsExactly(agreement, agreement + "-r2");
        assertThat(revisions.findValuesAsText("inForce")).containsExactly("true", "false");
    }

    @ParameterizedTest
    @CsvSource({
        "r1, '', NEXT, 422, reason",
        "r1, Because, , 422, effectiveFrom",
        "r1, Because, PAST, 422, effectiveFrom",
        "r1, Because, AFTER, 422, effectiveFrom",
        "b, Because, NEXT, 403,",
        "m2, Because, NEXT, 404,",
        "r2, Because, NEXT, 404,",
    })
    void it_needs_a_reason_a_day_to_come_and_somebody_it_concerns(
            String user, String reason, String from, int status, String field) {
        Map<String, LocalDate> days =
                Map.of("NEXT", NEXT_MONTH, "PAST", TODAY.minusDays(2), "AFTER", TODAY.plusDays(300));
        Answer answer = begin(user, reason, from == null ? null : days.get(from).toString());

        assertThat(answer.status()).isEqualTo(status);
        if (field != null) {
            assertThat(answer.json().get("errors").get(0).get("field").asText()).isEqualTo(field);
        }
    }

    @Test
    void what_is_not_yours_looks_like_what_does_not_exist() {
        String body = wish("Because", NEXT_MONTH.toString());
        for (String path : List.of("/adjustments", "/postpone")) {
            Answer foreign = Visitor.program(port, "r2").post("/api/v1/agreements/" + agreement + path, body);
            Answer missing = Visitor.program(port, "r2").post("/api/v1/agreements/nothing" + path, body);
            assertThat(foreign.status()).as(path).isEqualTo(404);
            assertThat(foreign.body().replace(agreement, "nothing")).isEqualTo(missing.body());
        }
        begin("m1", "Because", NEXT_MONTH.toString());
        assertThat(Visitor.program(port, "r2")
                        .get("/api/v1/agreements/" + agreement + "-r2")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_second_one_is_refused_while_the_first_is_negotiated() {
        assertThat(begin("m1", "Because", NEXT_MONTH.toString()).status()).isEqualTo(201);
        assertThat(begin("r1", "Because", NEXT_MONTH.toString()).status()).isEqualTo(409);
    }

    @Test
    void it_is_postponed_by_its_sides() {
        begin("m1", "Because", NEXT_MONTH.toString());
        String path = "/api/v1/agreements/" + agreement + "-r2/postpone";
        String later = NEXT_MONTH.plusDays(20).toString();

        assertThat(Visitor.program(port, "b")
                        .post(path, wish("Holidays", later))
                        .status())
                .isEqualTo(403);
        assertThat(Visitor.program(port, "r1")
                        .post(path, wish("Holidays", TODAY.minusDays(2).toString()))
                        .status())
                .isEqualTo(422);
        assertThat(Visitor.program(port, "r1")
                        .post(path, wish("Holidays", later))
                        .json()
                        .get("effectiveFrom")
                        .asText())
                .isEqualTo(later);
        assertThat(Visitor.program(port, "r1")
                        .post("/api/v1/agreements/" + agreement + "/postpone", wish("Holidays", later))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_page_offers_what_one_may_do() {
        Visitor manager = Visitor.person(port, "m1").with("Accept", "text/html");
        Visitor boss = Visitor.person(port, "b").with("Accept", "text/html");
        String page = "/agreements/" + agreement;

        assertThat(manager.get(page).body()).contains(page + "/adjustments").doesNotContain("Revisions");
        assertThat(boss.get(page).body()).doesNotContain("/adjustments");
        Answer begun = manager.form(
                page + "/adjustments",
                Map.of("reason", "The market broke away", "effectiveFrom", NEXT_MONTH.toString()));
        assertThat(begun.header("Location")).endsWith(page + "-r2");
        assertThat(manager.get(page + "-r2").body())
                .contains("Revisions", "The market broke away", page + "-r2/postpone", page + "-r2/withdraw");
        assertThat(manager.get(page).body()).contains("under negotiation").doesNotContain("/adjustments");
        assertThat(boss.get(page + "-r2").body()).doesNotContain("-r2/withdraw");
        Answer ended = manager.form(page + "-r2/withdraw", Map.of("reason", "It stays"));
        assertThat(ended.status()).isEqualTo(302);
        assertThat(manager.get(page).body()).contains("came to nothing", page + "/adjustments");
    }

    private Answer begin(String user, String reason, String effectiveFrom) {
        return Visitor.program(port, user)
                .post("/api/v1/agreements/" + agreement + "/adjustments", wish(reason, effectiveFrom));
    }

    private static String wish(String reason, String effectiveFrom) {
        return "{\"reason\":\"%s\",\"effectiveFrom\":%s}"
                .formatted(reason, effectiveFrom == null ? "null" : "\"" + effectiveFrom + "\"");
    }
}
