package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.konsens.testing.RemoteNegotiation;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The steps in the task list on a telephone and on a small screen: readable, with their reasons, and nothing out of reach. */
@SalesTeamInBrowsers
class PhoneIT {

    private static final Path PICTURES = Path.of("target", "phone");
    private static final String PLANNED = "Zweiter Laden ab Mai";
    private static final String PROPOSED = "Der Markt wächst stärker als gedacht";
    private static final String ANSWERED = "Nicht zu diesem Preis";

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    private String agreement;

    @BeforeEach
    void a_new_agreement() {
        agreement = team.newAgreement("R1");
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNING, 1, r1, 'Ziele planen'",
        "REVIEW, 1, m1, 'Planung prüfen'",
        "RESPONSE, 1, r1, 'Vorschläge beantworten'",
        "REVIEW, 2, m1, 'Planung prüfen'",
        "ALIGNMENT, 2, m1, 'Abweichungen abstimmen'",
        "CONFIRMATION, 1, r1, 'Ziele bestätigen'",
    })
    void a_step_fits(String state, int round, String user, String task) {
        bringTo(state, round);
        for (int width : new int[] {1280, 390}) {
            try (Person person = person(user, width)) {
                open(person, task);
                person.page().waitForTimeout(700);
                String picture = "%s-%s-%s".formatted(state.toLowerCase(), round, width);
                person.photograph(PICTURES.resolve(picture + ".png"));
                assertThat(person.grid().locator(".kg-bar").boundingBox().y)
                        .as("in sight")
                        .isBetween(0.0, width == 390 ? 844.0 : 800.0);
                Locator complete =
                        person.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abschließen"));
                complete.scrollIntoViewIfNeeded();
                person.photograph(PICTURES.resolve(picture + "-end.png"));
                for (Locator part : List.of(person.grid(), complete)) {
                    assertThat(part.boundingBox().x).isNotNegative();
                    assertThat(part.boundingBox().x + part.boundingBox().width).isLessThanOrEqualTo(width);
                }
                for (String part : List.of(".tabulator-tableholder", ".kg-footer")) {
                    assertThat(person.grid().locator(part).evaluate("part => part.scrollWidth <= part.clientWidth"))
                            .as("%s at %s needs no scrolling to the side", part, width)
                            .isEqualTo(true);
                }
                assertThat(person.faults()).isEmpty();
            }
        }
    }

    @Test
    void what_was_said_stands_below_the_figures() {
        bringTo("REVIEW", 2);
        try (Person max = person("m1", 390)) {
            open(max, "Planung prüfen");
            assertThat(max.cell("Alpha", "plan")).containsText(PLANNED);
            assertThat(max.cell("Alpha", "plan")).containsText("abgelehnt · " + ANSWERED);
            assertThat(max.cell("Alpha", "proposal")).containsText(PROPOSED);
        }
    }

    @Test
    void figures_are_confirmed_knowing_what_was_said_and_noted() {
        bringTo("CONFIRMATION", 1);
        note("Rahmenvertrag liegt vor");
        try (Person rita = person("r1", 390)) {
            open(rita, "Ziele bestätigen");
            assertThat(rita.cell("Alpha", "agreed")).containsText(PROPOSED);

            Locator notes = rita.line("Alpha").locator("button.kg-notes");
            assertThat(notes).hasText("1");
            notes.click();
            Locator dialog = rita.page().locator("dialog.kg-dialog");
            assertThat(dialog.locator("dl"))
                    .hasText("Basis1.000,00Plan Rita Reich1.100,00" + PLANNED + "Vorschlag Max Meier1.320,00" + PROPOSED
                            + "Antwortangenommen" + ANSWERED + "Vereinbart1.320,00");
            assertThat(dialog.locator("li")).containsText("Rahmenvertrag liegt vor");
            rita.photograph(PICTURES.resolve("notes-390.png"));
            dialog.locator(".kg-close").click();

            rita.choose("Ja, ich bestätige");
            rita.complete();
            assertThat(rita.faults()).isEmpty();
        }
    }

    private void bringTo(String state, int round) {
        RemoteNegotiation negotiation = new RemoteNegotiation(port, agreement);
        if (!state.equals("PLANNING")) {
            negotiation.planned("r1", "1.1", PLANNED);
        }
        if (!state.equals("PLANNING") && !(state.equals("REVIEW") && round == 1)) {
            negotiation.proposed("m1", "1.2", PROPOSED);
        }
        if (round == 2) {
            negotiation.answered("r1", "REJECT", ANSWERED);
        }
        if (state.equals("ALIGNMENT")) {
            negotiation.proposed("m1", "1.2", PROPOSED).answered("r1", "REJECT", ANSWERED);
        }
        if (state.equals("CONFIRMATION")) {
            negotiation.answered("r1", "ACCEPT", ANSWERED);
        }
        assertThat(Visitor.program(port, "r1")
                        .get("/api/v1/agreements/" + agreement)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo(state);
    }

    private void note(String text) {
        Visitor max = Visitor.program(port, "m1");
        String line = max.get("/api/v1/agreements/" + agreement)
                .json()
                .at("/lines/0/id")
                .asText();
        assertThat(max.post(
                                "/api/v1/agreements/" + agreement + "/lines/" + line + "/notes",
                                "{\"text\": \"%s\"}".formatted(text))
                        .status())
                .isEqualTo(201);
    }

    private Person person(String user, int width) {
        return Person.at(port, "de-DE", width, width == 390 ? 844 : 800).logIn(user, SalesTeam.PASSWORD);
    }

    private void open(Person person, String task) {
        person.openTask(task + " " + agreement.replace("-R1", ""));
        person.line("").waitFor();
    }
}
