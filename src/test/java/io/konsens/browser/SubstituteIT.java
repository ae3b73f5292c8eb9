package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Rita goes on holiday: Ralf plans for her in the task list, and the record names both. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.data-dir=target/substitute-it",
            "konsens.admin-password=" + SalesTeam.PASSWORD,
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            "konsens.language=de"
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import(SalesTeam.class)
@DirtiesContext
class SubstituteIT {

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    @Test
    void a_substitute_works_a_task_in_the_task_list_and_the_record_names_both() {
        String agreementId = team.newAgreement("R1");
        String task = "Ziele planen " + agreementId.replace("-R1", "") + ": Rita Reich";
        try (Person rita = person("r1");
                Person ralf = person("r2")) {
            namesRalf(rita);

            ralf.openTask(task);
            ralf.type("Alpha", "plan", "1.100");
            ralf.type("Beta", "plan", "2.100");
            ralf.type("Neukunden", "plan", "1");
            ralf.waitUntilSaved();
            ralf.complete();

            rita.visit("/agreements/" + agreementId);
            assertThat(rita.page().locator("table.record")).containsText("r2 für r1");
            assertThat(rita.page().locator("h1")).containsText("Prüfung");
            assertThat(rita.faults()).isEmpty();
            assertThat(ralf.faults()).isEmpty();
        }
    }

    @Test
    void a_step_is_handed_over_on_its_page_done_by_another_and_taken_back() {
        String agreementId = team.newAgreement("R2");
        String task = "Ziele planen " + agreementId.replace("-R2", "") + ": Ralf Roth";
        try (Person ralf = person("r2");
                Person rita = person("r1")) {
            ralf.visit("/agreements/" + agreementId);
            ralf.page().getByText("Wer ist dran?").click();
            ralf.page().locator("select[name=to]").selectOption("R1");
            ralf.page().locator("input[name=reason]").first().fill("Ich bin auf der Messe");
            ralf.page()
                    .getByText("Abgeben", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(ralf.page().locator("main")).containsText("Liegt bei Rita Reich, für Ralf Roth.");

            rita.openTask(task);
            rita.type("Gamma", "plan", "3.100");
            rita.waitUntilSaved();

            ralf.page().locator("input[name=reason]").first().fill("Schon zurück");
            ralf.page().getByText("Zurückgeben oder zurücknehmen").click();
            assertThat(ralf.page().locator("main")).containsText("Liegt bei Ralf Roth.");
            assertThat(rita.hasTask(task)).isFalse();
            ralf.openTask(task);
            assertThat(ralf.cell("Gamma", "plan")).hasText("3.100,00");
        }
    }

    private static void namesRalf(Person rita) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        rita.visit("/");
        rita.page().locator("a.card[href='/substitutes']").click();
        rita.page().locator("[name=substituteId]").fill("M1");
        rita.page().locator("[name=to]").fill(today.plusDays(7).toString());
        rita.page().locator("button.primary").click();
        assertThat(rita.page().locator(".error")).containsText("Max Meier führt Rita Reich");
        rita.page().locator("[name=substituteId]").fill("R2");
        rita.page().locator("button.primary").click();
        assertThat(rita.page().locator("table")).containsText("Ralf Roth");
        assertThat(rita.page().locator("table")).containsText("läuft");
    }

    private Person person(String user) {
        return Person.at(port).logIn(user, SalesTeam.PASSWORD);
    }
}
