package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.FilePayload;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From an empty installation to figures handed over, by three people in their browsers. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.admin-password=admin-secret",
            "konsens.identity.initial-password=first-secret",
            "konsens.language=de"
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class NegotiationJourneyIT {

    private static final String BEVERAGES = "Getränke";
    private static final String SWEETS = "Süßwaren";

    @TempDir
    private static Path data;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry properties) {
        properties.add("konsens.data-dir", () -> data.toString());
    }

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @Test
    void a_team_imports_plans_negotiates_two_rounds_talks_confirms_and_hands_over() throws IOException {
        try (Person admin = person().logIn("admin", "admin-secret")) {
            importsEverything(admin);
            startsTheCampaign(admin);
        }
        try (Person rita = person().logIn("r1", "first-secret");
                Person max = person().logIn("m1", "first-secret")) {
            ritaPlans(rita);
            maxProposes(max);
            ritaRejectsOneProposal(rita);
            maxMaintainsIt(max);
            ritaRejectsItAgain(rita);
            theyTalkAndAgree(max);
            bothConfirm(rita, max);
            theFiguresAreHandedOver();
            assertThat(rita.faults()).isEmpty();
            assertThat(max.faults()).isEmpty();
        }
    }

    private void importsEverything(Person admin) {
        imports(admin, "employees", """
                employee_id;name;email;role;manager_id;org_unit
                M1;Max Meier;m1@example.org;manager;;Vertrieb
                R1;Rita Reich;r1@example.org;rep;M1;Vertrieb
                """);
        imports(admin, "accounts", """
                account_id;name;segment;country;owner_id
                K1;Feinkost Schäfer;A;DE;R1
                """);
        imports(admin, "products", """
                product_id;name;product_group
                P1;Tee;Getränke
                P2;Pralinen;Süßwaren
                """);
        imports(admin, "orders", """
                order_id;order_date;account_id;product_id;employee_id;quantity;net_amount;currency
                A1;03.03.2026;K1;P1;R1;10;1.000,50;EUR
                A2;04.04.2026;K1;P2;R1;5;2.000,00;EUR
                """);
    }

    private static void imports(Person admin, String kind, String csv) {
        admin.visit("/imports");
        admin.page().locator("[name=kind]").selectOption(kind);
        admin.page()
                .locator("[name=file]")
                .setInputFiles(new FilePayload(kind + ".csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        admin.page().locator("[name=preview]").click();
        assertThat(admin.page().locator(".outcome")).containsText("sind in Ordnung");
        admin.page().locator("[name=commit]").click();
        assertThat(admin.page().locator(".outcome")).containsText("Zeilen übernommen");
    }

    private static void startsTheCampaign(Person admin) {
        admin.visit("/campaign");
        admin.page().locator("[name=periodId]").fill("2027");
        admin.page().locator("[name=start]").fill("2027-01-01");
        admin.page().locator("[name=end]").fill("2027-12-31");
        admin.page().locator("[name=baselineFrom]").fill("2026-01-01");
        admin.page().locator("[name=baselineTo]").fill("2026-12-31");
        admin.page().getByText("Speichern").click();
        admin.page().getByText("Planungsrunde starten").click();
        assertThat(admin.page().locator("main")).containsText("Eine Vereinbarung");
    }

    private static void ritaPlans(Person rita) {
        rita.openTask("Ziele planen 2027: Rita Reich");
        assertThat(rita.cell(BEVERAGES, "baseline")).hasText("1.000,50");
        rita.type(BEVERAGES, "plan", "1.100");
        rita.type(SWEETS, "plan", "zweitausend");
        assertThat(rita.grid().locator(".kg-message")).containsText("„zweitausend“ ist keine Zahl");
        rita.pressComplete();
        assertThat(rita.grid().locator(".kg-message"))
                .containsText("Noch nicht abgeschlossen, denn hier ist etwas noch nicht gespeichert: Feinkost Schäfer");
        rita.type(SWEETS, "plan", "");
        rita.waitUntilSaved();

        assertThat(rita.refusal()).contains("Feinkost Schäfer · Süßwaren: noch kein Planwert", "Neukunden");

        // Nothing typed is lost.
        assertThat(rita.cell(BEVERAGES, "plan")).hasText("1.100,00");
        rita.type(SWEETS, "plan", "2.200,40");
        rita.type("Neukunden", "plan", "1");
        rita.waitUntilSaved();
        assertThat(rita.grid().locator(".kg-sums")).containsText("3.000,50 → 3.300,40 EUR (+10,0");
        rita.complete();
    }

    private static void maxProposes(Person max) {
        max.openTask("Planung prüfen 2027, Runde 1: Rita Reich");
        max.type(BEVERAGES, "proposal", "1.200");
        max.type(BEVERAGES, "proposalReason", "Neuer Markt in der Altstadt");
        max.type(SWEETS, "proposal", "2.500");
        max.type(SWEETS, "proposalReason", "Ostern liegt günstig");
        max.waitUntilSaved();

        assertThat(max.refusal()).contains("Deckungsbeitrag: Bitte setzen Sie diesen Wert");

        max.type("Deckungsbeitrag", "proposal", "31,5");
        max.waitUntilSaved();
        max.complete();
    }

    private static void ritaRejectsOneProposal(Person rita) {
        rita.openTask("Vorschläge beantworten 2027, Runde 1: Rita Reich");
        assertThat(rita.cell(BEVERAGES, "proposal")).containsText("Neuer Markt in der Altstadt");
        rita.press(BEVERAGES, "Annehmen");
        rita.press(SWEETS, "Ablehnen");
        rita.type(SWEETS, "responseComment", "Der Kunde lagert noch");
        rita.waitUntilSaved();
        rita.complete();
    }

    private static void maxMaintainsIt(Person max) {
        max.openTask("Planung prüfen 2027, Runde 2: Rita Reich");
        assertThat(max.line(SWEETS)).containsText("Der Kunde lagert noch");
        max.type(SWEETS, "proposal", "2.400");
        max.waitUntilSaved();
        max.complete();
    }

    private static void ritaRejectsItAgain(Person rita) {
        rita.openTask("Vorschläge beantworten 2027, Runde 2: Rita Reich");
        assertThat(rita.cell(SWEETS, "proposal")).containsText("2.400,00");
        rita.press(SWEETS, "Ablehnen");
        rita.waitUntilSaved();
        rita.complete();
    }

    private static void theyTalkAndAgree(Person max) {
        max.openTask("Abweichungen abstimmen 2027: Rita Reich");
        assertThat(max.grid().locator(".tabulator-row:not(.tabulator-calcs):not(.tabulator-group)"))
                .hasCount(1);
        max.choose("Ja, über jede Position");
        assertThat(max.refusal()).contains("noch kein vereinbarter Wert");
        max.type(SWEETS, "agreed", "2.300");
        max.waitUntilSaved();
        max.complete();
    }

    private static void bothConfirm(Person rita, Person max) {
        rita.openTask("Ziele bestätigen 2027: Rita Reich");
        assertThat(rita.cell(SWEETS, "agreed")).hasText("2.300,00");
        assertThat(rita.cell("Deckungsbeitrag", "agreed")).hasText("31,50 %");
        String hash = rita.grid().locator(".kg-hash code").innerText();
        rita.choose("Nein, ich lehne ab");
        assertThat(rita.refusal()).contains("Bitte geben Sie eine Begründung an");
        rita.choose("Ja, ich bestätige");
        rita.complete();
        max.openTask("Ziele bestätigen 2027: Rita Reich");
        assertThat(max.grid().locator(".kg-hash code")).hasText(hash);
        max.choose("Ja, ich bestätige");
        max.complete();
    }

    private static void theFiguresAreHandedOver() throws IOException {
        for (String system : new String[] {"crm", "erp"}) {
            Path file = data.resolve("handover").resolve(system).resolve("2027-R1-r1.csv");
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(file));
            assertThat(Files.readString(file))
                    .contains("revenue,K1,Getränke,CURRENCY,1200.00,EUR")
                    .contains("revenue,K1,Süßwaren,CURRENCY,2300.00,EUR")
                    .contains("contribution_margin,,,PERCENT,31.50,");
        }
    }

    private Person person() {
        return new Person(chromium.browser(), "http://localhost:" + port, "de-DE");
    }
}
