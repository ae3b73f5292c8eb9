package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.konsens.testing.LargeTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A process owner is led from the data check to a campaign of hundreds, and watches it start. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.admin-password=admin-secret",
            "konsens.language=de",
            "camunda.bpm.job-execution.enabled=false"
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class CampaignJourneyIT {

    private static final int REPS = 300;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @Test
    void from_the_data_check_to_the_start() throws IOException {
        new LargeTeam(REPS, 2, 5).join(jdbc);
        jdbc.update("update konsens.employee set manager_id = null where employee_id = 'R9'");
        try (Person admin = new Person(chromium.browser(), "http://localhost:" + port, "de-DE")) {
            admin.logIn("admin", "admin-secret");
            seesWhatIsMissing(admin);
            expects(admin);
            previews(admin);
            announces(admin);
            startsAndWatches(admin);
            everyPageIsAccessible(admin);
            assertThat(admin.faults()).isEmpty();
        }
    }

    private static void seesWhatIsMissing(Person admin) throws IOException {
        admin.visit("/campaign/check");
        Locator withoutManager = admin.page()
                .locator("details")
                .filter(new Locator.FilterOptions().setHasText("Planende ohne Führungskraft"));
        assertThat(withoutManager).containsText("R 9");
        assertThat(withoutManager).containsText("hindert diese Vereinbarungen");
        Download file = admin.page()
                .waitForDownload(
                        () -> withoutManager.getByText("Als CSV herunterladen").click());
        assertThat(Files.readString(file.path()))
                .contains("PLANNERS_WITHOUT_MANAGER;BLOCKS_AGREEMENT;R9;R 9;Region 1;1005,00");
        admin.page().getByText("Weiter: Erwartungen").click();
    }

    private static void expects(Person admin) {
        Locator sales = field(admin, "Sales, Umsatz");
        sales.fill("350.000");
        sales.press("Enter");
        assertThat(field(admin, "Region 1, Umsatz")).isFocused();
        field(admin, "Region 1, Umsatz").fill("hunderttausend");
        field(admin, "Region 1, Umsatz").press("Enter");
        assertThat(admin.page().locator("#expectations .message:visible")).hasText("„hunderttausend“ ist keine Zahl.");
        field(admin, "Region 1, Umsatz").fill("100000,50");
        field(admin, "Region 1, Umsatz").press("ArrowDown");
        field(admin, "Region 2, Umsatz").fill("300.000");
        field(admin, "Region 2, Umsatz").press("Tab");
        assertThat(sales.locator("..")).containsText("Basis: 301.500,00");
        assertThat(sales.locator("..")).containsText("Darunter: 400.000,50, 50.000,50 mehr als oben");
        admin.page().reload();
        assertThat(field(admin, "Region 1, Umsatz")).hasValue("100.000,50");
        admin.page().getByText("Weiter: Vorschau").click();
    }

    private static Locator field(Person admin, String label) {
        return admin.page().getByLabel(label);
    }

    private static void previews(Person admin) {
        assertThat(admin.page().locator("main"))
                .containsText("299 Vereinbarungen mit 3.588 Positionen, Basis 300.495,00 EUR; 1 ausgenommen.");
        admin.page()
                .getByText("R 10", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(admin.page().locator("#lines")).containsText("Positionen von R 10");
        assertThat(admin.page().locator("#lines tbody tr, #lines table > tr")).hasCount(12);
        admin.page().getByText("Weiter: Ankündigung").click();
    }

    private static void announces(Person admin) {
        Locator german = admin.page().getByLabel("Deutsch");
        assertThat(german).hasValue(Pattern.compile("2 Runden aus Vorschlag und Antwort"));
        german.fill("Liebes Team,\n\n" + german.inputValue());
        button(admin, "Veröffentlichen").click();
        assertThat(admin.page().locator("main")).containsText("das Team liest sie");
        admin.visit("/");
        assertThat(admin.page().locator("main")).containsText("Liebes Team,");
    }

    private static void startsAndWatches(Person admin) {
        admin.visit("/campaign");
        button(admin, "Planungsrunde starten").click();
        Locator standing = admin.page().locator("#standing");
        assertThat(standing).containsText("von 299 Vereinbarungen gestartet …");
        assertThat(button(admin, "Starten anhalten")).isVisible();
        admin.page().evaluate("window.neverReloaded = true");
        assertThat(standing)
                .containsText(
                        "299 von 299 Vereinbarungen gestartet.",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
        assertThat(standing).containsText("299 Vereinbarungen");
        assertThat(button(admin, "Starten anhalten")).isHidden();
        assertThat(admin.page().evaluate("window.neverReloaded")).isEqualTo(true);
    }

    private static void everyPageIsAccessible(Person admin) {
        for (String path : new String[] {"", "/check", "/expectations", "/preview", "/announcement"}) {
            admin.visit("/campaign" + path);
            assertThat(new AxeBuilder(admin.page()).analyze().getViolations())
                    .as(path)
                    .isEmpty();
        }
    }

    private static Locator button(Person admin, String name) {
        return admin.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
