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
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The process owner of the demo company looks after what was handed over, with SAP at the other end of the line. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=true",
            "konsens.erp.kind=sap",
            "konsens.erp.user=konsens",
            "konsens.erp.password=s3cret",
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class HandoverJourneyIT {

    private static final String DAVID = (Year.now().getValue() + 1) + "-david";
    private static final SapStandIn SAP = new SapStandIn();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path data;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Agreements agreements;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        SAP.open();
        properties.add("konsens.data-dir", () -> data.toString());
        properties.add("konsens.erp.url", SAP::service);
    }

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        SAP.close();
    }

    @Test
    void what_was_lost_and_changed_over_there_is_found_exported_and_put_right() throws IOException {
        handedOver();
        Map<String, String> agreed = davids();
        List<String> keys = List.copyOf(agreed.keySet());
        try (Person petra =
                new Person(chromium.browser(), "http://localhost:" + port, "en-GB").logIn("petra", "petra")) {
            petra.visit("/handover");
            assertThat(way(petra)).containsText(keys.size() + " accepted");

            SAP.targets.remove(SAP.target(keys.get(0)));
            SAP.change(keys.get(1), "123.45");
            SAP.copy(keys.get(2), DAVID + ":unknown");
            press(petra, "Reconcile now");

            Locator differences = petra.page().locator("#differences tbody tr, #differences > tr");
            assertThat(differences).hasCount(3);
            assertThat(differences.nth(0)).containsText("missing");
            assertThat(differences.nth(1)).containsText("123.45");
            assertThat(differences.nth(2)).containsText("Please delete it there");
            assertNoSeriousFindings(petra);
            petra.photograph(Path.of("target", "handover.png"));
            Download csv = petra.page()
                    .waitForDownload(
                            () -> petra.page().getByText("Download as CSV").click());
            assertThat(Files.readString(csv.path()).lines()).hasSize(4).anyMatch(line -> line.contains(keys.get(0)));

            petra.page().getByLabel("Choose all").check();
            press(petra, "Hand the chosen ones over again");

            assertThat(petra.page().getByRole(AriaRole.STATUS).first()).containsText(DAVID);
            SAP.targets.remove(SAP.target(DAVID + ":unknown"));
            await().atMost(PATIENCE).until(HandoverJourneyIT::davids, agreed::equals);
            press(petra, "Reconcile now");
            assertThat(petra.page().getByText("No differences.")).isVisible();
            assertThat(petra.faults()).isEmpty();
        }
    }

    /** What the ERP has of his targets; the demo hands others over, too. */
    private static Map<String, String> davids() {
        Map<String, String> amounts = new TreeMap<>(SAP.amounts());
        amounts.keySet().removeIf(key -> !key.startsWith(DAVID + ":"));
        return amounts;
    }

    @Test
    void the_agreement_says_what_has_arrived_and_leads_to_the_page() {
        handedOver();
        try (Person petra =
                new Person(chromium.browser(), "http://localhost:" + port, "de-DE").logIn("petra", "petra")) {
            petra.visit("/agreements/" + DAVID);
            Locator handover = petra.page().locator("section.card", new Page.LocatorOptions().setHasText("Übergabe"));
            assertThat(handover.first()).containsText("ERP");
            assertThat(handover.first()).containsText("angenommen");
            handover.first().scrollIntoViewIfNeeded();
            petra.photograph(Path.of("target", "handover-agreement.png"));

            petra.page().getByText("Abgleichen oder noch einmal übergeben").click();

            assertThat(petra.page()
                            .getByRole(
                                    AriaRole.HEADING,
                                    new Page.GetByRoleOptions()
                                            .setName("Übergabe")
                                            .setExact(true)))
                    .isVisible();
        }
    }

    private void handedOver() {
        await().atMost(PATIENCE)
                .until(() -> agreements.find(DAVID).orElseThrow().state(), AgreementState.HANDED_OVER::equals);
    }

    private static Locator way(Person person) {
        return person.page()
                .locator("tr", new Page.LocatorOptions().setHasText("David"))
                .last();
    }

    private static void press(Person person, String button) {
        person.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private static void assertNoSeriousFindings(Person person) {
        List<Rule> findings = new AxeBuilder(person.page()).analyze().getViolations();
        assertThat(findings)
                .filteredOn(finding -> List.of("serious", "critical").contains(finding.getImpact()))
                .isEmpty();
    }
}
