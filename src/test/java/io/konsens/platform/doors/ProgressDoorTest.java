package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import io.konsens.testing.Answer;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The progress at its doors: what programs get, and whom it is refused to. See {@link SalesTeam} for who is who. */
@DoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressDoorTest {

    @LocalServerPort
    private int port;

    private String period;
    private String path;
    private Visitor owner;

    @BeforeAll
    void a_campaign_for_everybody(@Autowired SalesTeam team, @Autowired Users users) {
        users.createIfMissing("paula", "Paula Proof", "", SalesTeam.PASSWORD, List.of(Groups.FINANCE));
        users.createIfMissing("percy", "Percy Passer", "", SalesTeam.PASSWORD, List.of(Groups.REP));
        period = team.newAgreement("R1").replace("-R1", "");
        path = "/api/v1/periods/" + period + "/progress";
        owner = Visitor.program(port, SalesTeam.OWNER);
    }

    @Test
    void figures_are_strings_and_nothing_is_null() {
        JsonNode progress = owner.get(path).json();

        assertThat(progress.path("currency").asText()).isEqualTo("EUR");
        assertThat(progress.path("notSummed").path(0).asText()).isEqualTo("contribution_margin");
        JsonNode sales = progress.path("nodes").path(0);
        assertThat(sales.path("id").asText()).isEqualTo("u:Sales");
        assertThat(sales.path("agreements").asInt()).isEqualTo(3);
        assertThat(sales.path("byState").path("PLANNING").asInt()).isEqualTo(3);
        JsonNode revenue = sales.path("figures").path(0);
        assertThat(revenue.path("metric").asText()).isEqualTo("revenue");
        assertThat(revenue.path("baseline").textValue()).isEqualTo("10000.00");
        JsonNode rita = owner.get(path + "?search=rita").json().path("nodes").path(2);
        assertThat(rita.path("agreement").path("id").asText()).isEqualTo(period + "-R1");
        assertThat(rita.path("figures").path(0).path("baseline").textValue()).isEqualTo("3000.00");
        assertThat(rita.path("figures").path(0).path("plan").isNull()).isTrue();
        assertThat(rita.path("figures").path(0).path("openLines").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"r1, p:R1", "m1, u:Sales North", "b, u:Sales", "owner, u:Sales", "paula, u:Sales", "admin, u:Sales"})
    void the_server_decides_where_what_one_sees_begins(String user, String first) {
        for (Visitor visitor : List.of(Visitor.program(port, user), Visitor.person(port, user))) {
            assertThat(visitor.get(path).json().path("nodes").path(0).path("id").asText())
                    .isEqualTo(first);
        }
    }

    @Test
    void what_is_not_yours_looks_like_what_does_not_exist() {
        Visitor passer = Visitor.program(port, "percy");
        Answer missing = owner.get("/api/v1/periods/nothing/progress");

        assertThat(passer.get(path).status()).isEqualTo(404);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(passer.get(path).body().replace(period, "nothing")).isEqualTo(missing.body());
        assertThat(Visitor.program(port, "m2").get(path).json().path("nodes")).isEmpty();
        assertThat(Visitor.unknown(port).get(path).status()).isEqualTo(401);
    }

    @Test
    void a_filter_is_asked_for_in_the_address() {
        assertThat(ids("?search=rita")).containsExactly("u:Sales", "u:Sales North", "p:R1");
        assertThat(ids("?manager=B")).containsExactly("u:Sales", "p:R3");
        assertThat(ids("?orgUnit=Sales North")).containsExactly("u:Sales North", "p:R2", "p:R1");
        assertThat(ids("?state=REVIEW")).isEmpty();
        assertThat(ids("?overdue=true")).isEmpty();
        assertThat(owner.get(path + "?state=NONSENSE").status()).isEqualTo(400);
    }

    @Test
    void nothing_is_sent_while_nothing_has_changed() {
        Visitor rep = Visitor.program(port, "r2");
        JsonNode line = rep.get("/api/v1/agreements/" + period + "-R2")
                .json()
                .path("lines")
                .path(0);
        String tag = owner.get(path).header("ETag");
        assertThat(tag).isNotEmpty();
        Visitor again = Visitor.program(port, SalesTeam.OWNER).with("If-None-Match", tag);
        assertThat(again.get(path).status()).isEqualTo(304);
        assertThat(again.get(path).body()).isEmpty();

        Answer planned = rep.send(
                "PATCH",
                "/api/v1/agreements/" + period + "-R2/lines/" + line.path("id").asText(),
                "{\"version\":" + line.path("version") + ",\"plan\":\"3001.50\"}");
        assertThat(planned.status()).isEqualTo(200);

        Answer changed = again.get(path);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json()
                        .path("nodes")
                        .path(0)
                        .path("figures")
                        .path(0)
                        .path("plan")
                        .textValue())
                .isEqualTo("3001.50");
    }

    private List<String> ids(String query) {
        return owner.get(path + query.replace(" ", "%20")).json().path("nodes").findValuesAsText("id").stream()
                .filter(id -> id.contains(":"))
                .toList();
    }
}
