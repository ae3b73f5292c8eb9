package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.konsens.testing.RemoteNegotiation;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A rep asks for an adjustment in the middle of the year, sees what is fixed, and both confirm the new figures. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.admin-password=" + SalesTeam.PASSWORD,
            "konsens.language=de",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            "camunda.bpm.job-execution.enabled=false"
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import(SalesTeam.class)
@DirtiesContext
class AdjustmentIT {

    private static final LocalDate FROM = LocalDate.now().plusDays(30);

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    @Test
    void from_the_wish_to_the_figures_in_force() {
        // 100 days are over, 30 more will be before the adjustment takes effect: 130 of 365.
        String first = team.newAgreement(
                "R1", LocalDate.now().minusDays(100), LocalDate.now().plusDays(264));
        new RemoteNegotiation(port, first).planned("r1", "1").reviewed("m1").confirmed("r1", "m1");
        try (Person rita = Person.at(port)) {
            rita.page().setViewportSize(1280, 900);
            rita.logIn("r1", SalesTeam.PASSWORD);
            asks(rita, first);
            plansAgain(rita, first);
            new RemoteNegotiation(port, first + "-r2").submitted("m1", "{}").confirmed("r1", "m1");
            seesWhatIsInForce(rita, first);
            assertThat(rita.faults()).isEmpty();
        }
    }

    private static void asks(Person rita, String first) {
        rita.visit("/agreements/" + first);
        rita.page().getByText("Ziel anpassen").click();
        rita.fill("Gilt ab (heute oder später)", FROM.toString());
        rita.page().getByLabel("Grund").fill("Alpha hat seinen Laden geschlossen");
        rita.page().getByText("Ziel anpassen").scrollIntoViewIfNeeded();
        isAccessible(rita, "adjustment-form");
        button(rita, "Anpassung beginnen").click();
        assertThat(revision(rita, 1)).containsText("in Kraft");
        assertThat(revision(rita, 2)).containsText("wird verhandelt, gilt noch nicht");
        assertThat(revision(rita, 2))
                .containsText(DateTimeFormatter.ofPattern("dd.MM.yyyy").format(FROM));
        rita.grid().locator(".kg-bar").waitFor();
        isAccessible(rita, "adjustment");
    }

    private static void plansAgain(Person rita, String first) {
        rita.openTask("Ziele planen " + first.replace("-R1", "") + " (Anpassung)");
        assertThat(rita.cell("Alpha", "formerAgreed")).containsText("1.000,00");
        assertThat(rita.cell("Alpha", "formerAgreed")).containsText("fest: 356,16");
        rita.type("Alpha", "plan", "300");
        assertThat(rita.cell("Alpha", "plan")).hasAttribute("title", Pattern.compile("356,16"));
        rita.photograph(Path.of("target", "screenshots", "adjustment-plan.png"));
        rita.type("Alpha", "plan", "900");
        rita.waitUntilSaved();
        rita.complete();
    }

    private static void seesWhatIsInForce(Person rita, String first) {
        rita.visit("/agreements/" + first + "-r2");
        assertThat(revision(rita, 1)).containsText("abgelöst, bleibt nachlesbar");
        assertThat(revision(rita, 2)).containsText("in Kraft");
        assertThat(rita.cell("Alpha", "changeFormer")).hasText("-100,00");
        isAccessible(rita, "adjustment-agreed");
    }

    private static Locator revision(Person rita, int number) {
        return rita.page()
                .locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(rita.page()
                                .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Fassungen"))))
                .locator("tr")
                .nth(number);
    }

    private static void isAccessible(Person rita, String page) {
        rita.photograph(Path.of("target", "screenshots", page + ".png"));
        assertThat(new AxeBuilder(rita.page()).analyze().getViolations())
                .as(page)
                .isEmpty();
    }

    private static Locator button(Person rita, String name) {
        return rita.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
