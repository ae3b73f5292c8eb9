package io.konsens.agreement.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.ImportJobs;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportPart;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.testing.Answer;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import io.konsens.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The campaign as programs see it: what they send, what they get, and whom it is refused to. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "camunda.bpm.job-execution.enabled=false",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import(SalesTeam.class)
@DirtiesContext
class CampaignApiTest {

    private static final String PERIOD = "/api/v1/periods/2030";

    @LocalServerPort
    private int port;

    @Autowired
    private ImportJobs jobs;

    private Visitor owner;
    private Visitor boss;
    private Visitor manager;
    private Visitor rep;

    @BeforeEach
    void period() {
        owner = Visitor.program(port, SalesTeam.OWNER);
        boss = Visitor.program(port, "b");
        manager = Visitor.program(port, "m1");
        rep = Visitor.program(port, "r1");
        assertThat(owner.send("PUT", PERIOD, """
                {"start": "2030-01-01", "end": "2030-12-31", "currency": "EUR",
                 "baselineFrom": "2025-01-01", "baselineTo": "2025-12-31"}""").status()).isEqualTo(200);
    }

    @Test
    void a_start_is_accepted_and_its_progress_told() {
        Answer accepted = owner.post(PERIOD + "/campaign", "");
        assertThat(accepted.status()).isEqualTo(202);
        JsonNode progress = await().until(
                        () -> owner.get(PERIOD + "/campaign").json(),
                        it -> !it.path("running").asBoolean(true));
        assertThat(progress.path("total").asInt()).isEqualTo(3);
        assertThat(progress.path("byState").path("PLANNING").asInt()).isEqualTo(3);
        assertThat(progress.path("overdue").asInt()).isZero();
        assertThat(progress.path("planned").asInt()).isEqualTo(3);
        assertThat(progress.path("prepared").asInt()).isEqualTo(3);
        assertThat(progress.path("failed").asInt()).isZero();
        assertThat(progress.path("startedBy").asText()).isEqualTo("owner");
        assertThat(progress.path("startedAt").asText()).isNotEmpty();
        assertThat(progress.path("failures")).isEmpty();

        JsonNode managers = manager.get(PERIOD + "/campaign").json();
        assertThat(managers.path("total").asInt()).isEqualTo(2);
        assertThat(managers.has("startedBy"))
                .as("how the start goes is the process owner's")
                .isFalse();
        assertThat(rep.post(PERIOD + "/campaign", "").status()).isEqualTo(403);
        assertThat(rep.send("DELETE", PERIOD + "/campaign", "").status()).isEqualTo(403);
        assertThat(owner.post("/api/v1/periods/1999/campaign", "").status()).isEqualTo(404);
    }

    @Test
    void the_data_check_names_what_is_missing_with_a_remedy_and_exports_it() {
        JsonNode checks = owner.get(PERIOD + "/data-check").json();
        assertThat(checks).hasSize(Check.values().length);
        for (JsonNode check : checks) {
            assertThat(check.path("title").asText()).isNotEmpty();
            assertThat(check.path("remedy").asText()).isNotEmpty();
        }
        Answer csv = owner.get(PERIOD + "/data-check/PEOPLE_WITHOUT_LOGIN.csv");
        assertThat(csv.body()).isEqualTo("\uFEFFcheck,severity,id,name,detail,amount\r\n");
        assertThat(csv.header("Content-Disposition")).contains("2030-people_without_login.csv");
        assertThat(owner.get(PERIOD + "/data-check/NONSENSE.csv").status()).isEqualTo(404);
        assertThat(boss.get(PERIOD + "/data-check").status()).isEqualTo(403);
    }

    @Test
    void expectations_travel_as_text_and_every_wrong_row_is_named() {
        assertThat(owner.send("PUT", PERIOD + "/expectations", """
                [{"orgUnit": "Sales", "metric": "revenue", "amount": "9000.50"},
                 {"orgUnit": "Sales North", "metric": "revenue", "amount": "5000"},
                 {"orgUnit": "Sales South", "metric": "revenue", "amount": "4000.25"}]""").status()).isEqualTo(200);
        JsonNode sales = cell(boss, "Sales");
        assertThat(sales.path("amount").textValue()).isEqualTo("9000.50");
        assertThat(sales.path("below").textValue()).isEqualTo("9000.25");
        assertThat(sales.path("baseline").textValue()).isEqualTo("10000.00");
        assertThat(manager.get(PERIOD + "/expectations").each("orgUnit")).containsOnly("Sales North");
        assertThat(rep.get(PERIOD + "/expectations").status()).isEqualTo(404);

        Answer refused = owner.send("PUT", PERIOD + "/expectations", """
                [{"orgUnit": "Sales", "metric": "revenue", "amount": 1},
                 {"orgUnit": "Sales", "metric": "revenue", "amount": "2"},
                 {"orgUnit": "Sales", "metric": "new_customers", "amount": "2,5"}]""");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.each("row")).containsExactly("0", "2");
        assertThat(refused.each("field")).containsExactly("amount", "amount");
        assertThat(cell(boss, "Sales").path("amount").textValue())
                .as("all or nothing")
                .isEqualTo("9000.50");
        assertThat(manager.send("PUT", PERIOD + "/expectations", "[]").status()).isEqualTo(403);
    }

    @Test
    void orders_the_last_import_refused_are_missing_until_a_later_one_is_fine() throws IOException {
        imports("7,2025-03-01,NOBODY,P1,,1,5.00,EUR");
        JsonNode refused = refusedOrders();
        assertThat(refused.path("count").asInt()).isEqualTo(1);
        assertThat(refused.path("findings").path(0).path("id").asText())
                .as("row")
                .isEqualTo("2");
        assertThat(refused.path("findings").path(0).path("name").asText()).isEqualTo("NOBODY");
        assertThat(refused.path("findings").path(0).path("detail").asText()).isEqualTo("account_id");

        imports("4,2025-06-01,A4,P2,R3,1,4000.00,EUR");
        assertThat(refusedOrders().path("count").asInt()).isZero();
    }

    private void imports(String order) throws IOException {
        Path file = Files.createTempFile("orders", ".csv");
        Files.writeString(
                file,
                "order_id,order_date,account_id,product_id,employee_id,quantity,net_amount,currency\n" + order + "\n");
        Caller caller = new Caller(SalesTeam.OWNER, Set.of(Groups.PROCESS_OWNER));
        String job =
                jobs.start(List.of(ImportPart.ofFile(ImportKind.ORDERS, file, Dialect.EN)), true, caller, () -> {});
        await().until(() -> jobs.job(job, caller).state() != ImportJobs.State.RUNNING);
    }

    private JsonNode refusedOrders() {
        for (JsonNode check : owner.get(PERIOD + "/data-check").json()) {
            if (check.path("check").asText().equals("REFUSED_ORDERS")) {
                return check;
            }
        }
        throw new AssertionError("No such check");
    }

    private static JsonNode cell(Visitor visitor, String unit) {
        for (JsonNode cell : visitor.get(PERIOD + "/expectations").json()) {
            if (cell.path("orgUnit").asText().equals(unit)
                    && cell.path("metric").asText().equals("revenue")) {
                return cell;
            }
        }
        throw new AssertionError("No expectation for " + unit);
    }

    @Test
    void the_preview_is_for_process_owners_and_can_be_exported() {
        JsonNode first = owner.get(PERIOD + "/campaign/preview").json().path(0);
        assertThat(first.path("repId").asText()).isEqualTo("R1");
        assertThat(first.path("baseline").textValue()).isEqualTo("3000.00");
        assertThat(first.path("lines").asInt()).isEqualTo(4);
        assertThat(owner.get(PERIOD + "/campaign/preview.csv").body())
                .contains("R1,Rita Reich,Sales North,Max Meier,2,4,3000.00,2,");
        assertThat(boss.get(PERIOD + "/campaign/preview").status()).isEqualTo(403);
    }

    @Test
    void the_team_reads_the_announcement_in_its_language_once_it_is_published() {
        assertThat(rep.get(PERIOD + "/announcement").status()).isEqualTo(404);
        Visitor person = Visitor.person(port, SalesTeam.OWNER);
        person.form(
                "/campaign/announcement", Map.of("period", "2030", "textDe", "Los", "textEn", "Go", "publish", "true"));
        assertThat(rep.get(PERIOD + "/announcement").json().path("text").asText())
                .isEqualTo("Go");
        assertThat(rep.with("Accept-Language", "de")
                        .get(PERIOD + "/announcement")
                        .json()
                        .path("text")
                        .asText())
                .isEqualTo("Los");
    }
}
