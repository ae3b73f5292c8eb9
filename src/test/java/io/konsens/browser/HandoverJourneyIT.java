package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Agreements;
import io.konsens.handover.erp.SapStandIn;
import io.konsens.testing.RemoteNegotiation;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A process owner looks after what was handed over, with SAP at the other end of the line. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.admin-password=" + SalesTeam.PASSWORD,
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            "konsens.erp.kind=sap",
            "konsens.erp.user=konsens",
            "konsens.erp.password=s3cret",
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import(SalesTeam.class)
@DirtiesContext
class HandoverJourneyIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final SapStandIn SAP = new SapStandIn();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    @Autowired
    private Agreements agreements;

    private String agreement;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        SAP.open();
        properties.add("konsens.data-dir", () -> data.toString());
        properties.add("konsens.erp.url", SAP::service);
    }

    @AfterAll
    static void stop() {
        SAP.close();
    }

    @BeforeEach
    void begin() {
        agreement = team.newAgreement("R1");
    }

    @Test
    void what_was_lost_and_changed_over_there_is_found_exported_and_put_right() throws IOException {
        handedOver();
        Map<String, String> agreed = held();
        List<String> keys = List.copyOf(agreed.keySet());
        try (Person olga = olga("en-GB")) {
            olga.visit("/handover");
            assertThat(way(olga)).containsText(keys.size() + " accepted");

            SAP.remove(keys.get(0));
            SAP.change(keys.get(1), "123.45");
            SAP.copy(keys.get(2), agreement + ":unknown");
            press(olga, "Reconcile now");

            Locator differences = olga.page().locator("#differences tbody tr, #differences > tr");
            assertThat(differences).hasCount(3);
            assertThat(differences.nth(0)).containsText("missing");
            assertThat(differences.nth(1)).containsText("123.45");
            assertThat(differences.nth(2)).containsText("Please delete it there");
            isAccessible(olga, "handover");
            Download csv = olga.page()
                    .waitForDownload(
                            () -> olga.page().getByText("Download as CSV").click());
            assertThat(Files.readString(csv.path()).lines()).hasSize(4).anyMatch(line -> line.contains(keys.get(0)));

            olga.page().getByLabel("Choose all").check();
            press(olga, "Hand the chosen ones over again");

            assertThat(olga.page().getByRole(AriaRole.STATUS).first()).containsText(agreement);
            SAP.remove(agreement + ":unknown");
            await().atMost(PATIENCE).until(this::held, agreed::equals);
            press(olga, "Reconcile now");
            assertThat(olga.page().getByText("No differences.")).isVisible();
            assertThat(olga.faults()).isEmpty();
        }
    }

    @Test
    void the_agreement_says_what_has_arrived_and_leads_to_the_page() {
        handedOver();
        try (Person olga = olga("de-DE")) {
            olga.visit("/agreements/" + agreement);
            Locator handover = olga.page().locator("section.card", new Page.LocatorOptions().setHasText("Übergabe"));
            assertThat(handover.first()).containsText("ERP");
            assertThat(handover.first()).containsText("angenommen");

            olga.page().getByText("Abgleichen oder noch einmal übergeben").click();

            assertThat(olga.page()
                            .getByRole(
                                    AriaRole.HEADING,
                                    new Page.GetByRoleOptions()
                                            .setName("Übergabe")
                                            .setExact(true)))
                    .isVisible();
            isAccessible(olga, "handover-de");
        }
    }

    @Test
    void what_the_erp_rejected_is_a_task_with_its_message_and_arrives_once_it_is_mended_there() {
        String rejected =
                agreements.find(agreement).orElseThrow().lines().get(0).lineId();
        SAP.errors.put(agreement + ":" + rejected, 400);
        confirmed();
        try (Person olga = olga("de-DE")) {
            olga.visit("/camunda/app/tasklist/default/");
            olga.page().getByText("Zu übernehmen").click();
            olga.page()
                    .getByText("Übergabe berichtigen " + agreement.replace("-R1", ""))
                    .first()
                    .click();
            assertThat(olga.grid()).containsText("400 ZHR/007: Told to");
            olga.page().getByText("Diese Aufgabe übernehmen").click();
            assertThat(olga.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abschließen")))
                    .isEnabled();
            olga.page().getByLabel("Was behoben wurde").fill("Die Personalnummer ist jetzt da");
            olga.photograph(PICTURES.resolve("correct-handover.png"));
            Page beside = olga.newPage();
            beside.navigate(olga.address() + "/agreements/" + agreement);
            assertThat(beside.locator("section li", new Page.LocatorOptions().setHasText("400 ZHR/007: Told to")))
                    .containsText("ERP · Alpha · Beverages");
            SAP.errors.clear();

            olga.complete();

            assertHandedOver();
            assertThat(held()).containsKey(agreement + ":" + rejected).hasSize(4);
            assertThat(olga.faults()).isEmpty();
        }
    }

    private Person olga(String locale) {
        return Person.at(port, locale, 1280, 900).logIn(SalesTeam.OWNER, SalesTeam.PASSWORD);
    }

    private void confirmed() {
        new RemoteNegotiation(port, agreement).planned("r1", "1").reviewed("m1").confirmed("r1", "m1");
    }

    private void handedOver() {
        confirmed();
        assertHandedOver();
    }

    private void assertHandedOver() {
        await().atMost(PATIENCE)
                .until(() -> agreements.find(agreement).orElseThrow().state(), AgreementState.HANDED_OVER::equals);
    }

    /** What the ERP has of this agreement. */
    private Map<String, String> held() {
        Map<String, String> amounts = new TreeMap<>(SAP.amounts());
        amounts.keySet().removeIf(key -> !key.startsWith(agreement + ":"));
        return amounts;
    }

    private Locator way(Person person) {
        return person.page()
                .locator("tr", new Page.LocatorOptions().setHasText(agreement.replace("-R1", "")))
                .last();
    }

    private static void press(Person person, String button) {
        person.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /** Also on a telephone, where the page is no wider than the screen. */
    private static void isAccessible(Person person, String picture) {
        for (int width : new int[] {390, 1280}) {
            person.page().setViewportSize(width, 900);
            person.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(PICTURES.resolve(picture + "-" + width + ".png"))
                            .setFullPage(true));
            assertThat((int) person.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            List<Rule> findings = new AxeBuilder(person.page()).analyze().getViolations();
            assertThat(findings)
                    .filteredOn(finding -> List.of("serious", "critical").contains(finding.getImpact()))
                    .isEmpty();
        }
    }
}
