package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.konsens.agreement.campaign.AgreementStarter;
import io.konsens.agreement.campaign.StartCampaign;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import io.konsens.testing.LargeTeam;
import io.konsens.testing.RemoteNegotiation;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

/** A manager with twelve plans to review: nine are confirmed at once, the other three one after the other. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.language=de",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            "camunda.bpm.job-execution.enabled=false"
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class ReviewQueueIT {

    private static final int REPS = 12;
    private static final int FAR = 3;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Users users;

    @Autowired
    private StartCampaign campaign;

    @Autowired
    private AgreementStarter starter;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @Test
    void twelve_plans_are_reviewed_in_a_minute() {
        twelvePlansWait();
        try (Person manager = new Person(chromium.browser(), "http://localhost:" + port, "de-DE")) {
            manager.page().setViewportSize(1280, 900);
            manager.logIn("m1", SalesTeam.PASSWORD);
            manager.page()
                    .locator("a.card")
                    .filter(new Locator.FilterOptions().setHasText("Prüfungen"))
                    .click();
            assertThat(rows(manager)).hasCount(REPS);
            isAccessible(manager, "reviews");

            confirmsWhatIsNear(manager);
            goesThroughTheRest(manager);
            assertThat(manager.page().locator("main")).containsText("Für Sie ist gerade nichts zu prüfen.");
            assertThat(manager.faults()).isEmpty();
        }
    }

    private static void confirmsWhatIsNear(Person manager) {
        manager.fill("Höchstens % von der Basis, je Position", "5");
        manager.fill("Zielvorgabe Deckungsbeitrag, wo noch keine ist", "31.5");
        button(manager, "Zeigen, was bestätigt würde").click();
        assertThat(manager.page().locator("main")).containsText("9 von 12 Planungen würden ganz bestätigt.");
        assertThat(manager.page().locator("main")).containsText("Account 3-1 · Group 1: Plan 120,60, Basis 100,50");
        isAccessible(manager, "review-tolerance");
        button(manager, "Ausgewählte bestätigen").click();
        assertThat(manager.page().locator("main")).containsText("9 Planungen wurden bestätigt.");
        assertThat(rows(manager)).hasCount(FAR);
    }

    private static void goesThroughTheRest(Person manager) {
        rows(manager).first().locator("a").click();
        for (int left = FAR; left > 0; left--) {
            assertThat(manager.page().locator("nav[aria-label=Warteschlange]")).containsText("1 von " + left);
            manager.grid().locator(".kg-bar").waitFor();
            if (left == FAR) {
                isAccessible(manager, "review");
            }
            manager.type("Deckungsbeitrag", "proposal", "30");
            button(manager, left == 1 ? "Prüfung abschließen" : "Prüfung abschließen und zur nächsten")
                    .click();
            assertThat(manager.page().locator(".good")).containsText("Prüfung abgeschlossen");
        }
    }

    /** Every fourth rep plans a fifth more than was ordered, the others exactly that. */
    private void twelvePlansWait() {
        new LargeTeam(REPS, 2, 2).join(jdbc);
        jdbc.update("update konsens.employee set manager_id = 'M1' where employee_id like 'R%'");
        users.createIfMissing("m1", "Max Meier", "", SalesTeam.PASSWORD, List.of(Groups.MANAGER));
        Caller owner = new Caller("owner", Set.of(Groups.PROCESS_OWNER));
        campaign.start(LargeTeam.PERIOD, owner);
        starter.startAll();
        for (int rep = 1; rep <= REPS; rep++) {
            users.createIfMissing("r" + rep, "R " + rep, "", SalesTeam.PASSWORD, List.of(Groups.REP));
            new RemoteNegotiation(port, LargeTeam.PERIOD + "-R" + rep).planned("r" + rep, rep % 4 == 3 ? "1.2" : "1");
        }
    }

    private static void isAccessible(Person manager, String page) {
        manager.photograph(Path.of("target", "screenshots", page + ".png"));
        assertThat(new AxeBuilder(manager.page()).analyze().getViolations())
                .as(page)
                .isEmpty();
    }

    private static Locator rows(Person manager) {
        return manager.page().locator("main section table tbody tr, main section table > tr");
    }

    private static Locator button(Person manager, String name) {
        return manager.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
