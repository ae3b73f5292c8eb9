package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What stands beside the figures while somebody plans: history, what is unusual, notes, and how far the team is. */
class GridGuidanceIT extends RitasDesk {

    @Test
    void twelve_months_stand_beside_the_baseline_as_bars_and_in_words() {
        open();
        Locator history = rita.cell("Alpha", "history");

        assertThat(history.locator(".kg-highest")).hasAttribute("d", Pattern.compile("(M[^M]+){1}"));
        assertThat(history.locator(".kg-month")).hasAttribute("d", Pattern.compile("(M[^M]+){11}"));
        assertThat(history.locator(".kg-history"))
                .hasAttribute(
                        "title",
                        "Jan. 2025 0,00, Feb. 2025 0,00, März 2025 1.000,00, Apr. 2025 0,00, Mai 2025 0,00, Juni 2025 0,00,"
                                + " Juli 2025 0,00, Aug. 2025 0,00, Sept. 2025 0,00, Okt. 2025 0,00, Nov. 2025 0,00,"
                                + " Dez. 2025 0,00. Höchster Monat: März 2025 1.000,00. Niedrigster Monat: Jan. 2025 0,00.");
        assertThat(history.locator(".kg-unseen")).containsText("Höchster Monat: März 2025 1.000,00");
        assertThat(rita.cell("Neukunden", "history").locator("svg")).hasCount(0);
    }

    @Test
    void an_unusual_plan_says_why_at_once_and_asks_for_the_reason_where_it_is_kept() {
        open();
        Locator asked = rita.grid()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("1 ohne Begründung – zeigen"));
        assertThat(asked).isHidden();
        rita.type("Beta", "plan", "9.000");

        assertThat(rita.cell("Beta", "planComment"))
                .hasText("Mehr als 50 % und ab 5.000 braucht eine Begründung. Bitte begründen");
        assertThat(rita.cell("Beta", "plan"))
                .hasAttribute("title", "Mehr als 50 % und ab 5.000 braucht eine Begründung.");
        assertThat(rita.cell("Beta", "plausibility").locator(".kg-mark"))
                .hasAttribute(
                        "aria-label",
                        "Veränderung bitte begründen: Mehr als 50 % und ab 5.000 braucht eine Begründung.");
        assertThat(rita.page().locator(".kg-bar > .kg-unseen[role=status]"))
                .hasText("Beta · Produce: Mehr als 50 % und ab 5.000 braucht eine Begründung. Bitte begründen");
        rita.photograph(Path.of("target", "unusual.png"));

        asked.click();
        Locator reason = rita.cell("Beta", "planComment").locator("input");
        assertThat(reason).isFocused();
        reason.fill("Rahmenvertrag unterschrieben");
        reason.press("Enter");
        assertThat(asked).isHidden();
        rita.waitUntilSaved();
        assertThat(line("Produce").get("planComment").asText()).isEqualTo("Rahmenvertrag unterschrieben");
    }

    @Test
    void a_plan_that_is_only_remarkable_says_why_and_asks_for_nothing() {
        open();
        rita.type("Alpha", "plan", "2.500");

        assertThat(rita.cell("Alpha", "planComment")).hasText("Mehr als 50 %, unter 5.000");
        assertThat(rita.grid().locator(".kg-reason-button")).isHidden();
    }

    @Test
    void the_footer_sums_up_and_tells_how_much_the_team_still_lacks() {
        expectFromTheTeam("10000.00");
        open();
        assertThat(footer()).containsText("3.000,00–––10.000,0010.000,00 fehlen3 Positionen im Team noch ohne Wert");
        rita.type("Alpha", "plan", "1.200,55");
        rita.type("Beta", "plan", "2.100");

        assertThat(footer())
                .containsText(
                        "3.000,003.300,55+300,55+10,0 %10.000,006.699,45 fehlen1 Position im Team noch ohne Wert");
        assertThat(rita.grid().locator(".kg-footer th[scope=col]").nth(5)).hasText("Erwartet von Sales North");
        rita.waitUntilSaved();
        rita.photograph(Path.of("target", "footer.png"));
        rita.page().reload();
        assertThat(footer()).containsText("10.000,006.699,45 fehlen");
        assertThat(footer()).not().containsText("Stand:");

        try (Person max = visits("m1")) {
            assertThat(max.grid().locator(".kg-footer tbody tr").first()).containsText("Stand: 3.300,55");
        }
    }

    @Test
    void both_sides_leave_notes_by_keyboard_alone() {
        open();
        rita.cell("Alpha", "plan").click();
        rita.page().keyboard().press("Shift+F2");
        assertThat(dialog(rita)).containsText("Noch keine Notizen.");
        assertThat(rita.page().getByLabel("Neue Notiz")).isFocused();
        rita.page().keyboard().type("Zweiter Laden ab Mai");
        rita.page().keyboard().press("Escape");
        assertThat(dialog(rita)).hasCount(0);

        rita.page().keyboard().press("Shift+F2");
        // What was typed is not lost.
        assertThat(rita.page().getByLabel("Neue Notiz")).hasValue("Zweiter Laden ab Mai");
        assertThat(rita.page().getByLabel("Neue Notiz")).isFocused();
        rita.page().keyboard().press("Control+Enter");
        assertThat(dialog(rita).locator("li")).hasCount(1);
        assertThat(dialog(rita).locator("li")).containsText("Rita Reich");
        assertThat(dialog(rita).locator("li")).containsText("Zweiter Laden ab Mai");
        assertThat(new AxeBuilder(rita.page()).include(".kg-dialog").analyze().getViolations())
                .isEmpty();
        rita.photograph(Path.of("target", "notes.png"));
        rita.page().keyboard().press("Escape");
        assertThat(rita.cell("Alpha", "notes")).hasText("1");
        assertThat(rita.cell("Beta", "notes")).hasText("");

        try (Person max = visits("m1")) {
            max.cell("Alpha", "notes").getByRole(AriaRole.BUTTON).click();
            max.fill("Neue Notiz", "Dann mit Rahmenvertrag");
            max.page().getByText("Notiz hinzufügen").click();
            assertThat(dialog(max).locator("li")).hasCount(2);
            assertThat(max.faults()).isEmpty();
        }
    }

    @Test
    void nothing_beside_the_figures_keeps_anybody_out() {
        expectFromTheTeam("10000.00");
        open();
        rita.type("Beta", "plan", "9.000");
        assertThat(rita.cell("Beta", "planComment")).containsText("Bitte begründen");

        assertThat(new AxeBuilder(rita.page())
                        .include(".konsens-grid")
                        .analyze()
                        .getViolations())
                .isEmpty();
    }

    @Override
    void open() {
        super.open();
        assertThat(rita.cell("Alpha", "history").locator("svg")).hasCount(1);
    }

    private Locator footer() {
        return rita.grid().locator(".kg-footer tbody tr").first();
    }

    private static Locator dialog(Person person) {
        return person.page().locator("dialog.kg-dialog");
    }

    private void expectFromTheTeam(String amount) {
        Visitor.program(port, SalesTeam.OWNER)
                .send("PUT", "/api/v1/periods/" + agreement.replace("-R1", "") + "/expectations", """
                        [{"orgUnit": "Sales North", "metric": "revenue", "amount": "%s"}]""".formatted(
                                amount));
    }
}
