package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.konsens.browser.GridServer.Failure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That what happens in another tab or at somebody else's desk is seen, and that nobody's figure is written over unasked. */
class GridElsewhereIT {

    private static Chromium chromium;

    private final GridAgreement plan = GridAgreement.in("PLANNING", "PLAN")
            .line("Alster", "Tee", "100.10")
            .with("plan", "100.00")
            .line("Alster", "Gebäck", "200.20")
            .line("Bille", "Kaffee", "300.30");
    private final GridServer server = new GridServer(plan, "plan");
    private GridUnderTest grid;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        grid = new GridUnderTest(chromium.browser(), "de-DE", server);
    }

    @AfterEach
    void no_script_failed() {
        assertThat(grid.faults()).isEmpty();
        grid.close();
    }

    @Test
    void what_was_done_in_another_tab_is_there_on_coming_back() {
        try (GridUnderTest other = new GridUnderTest(chromium.browser(), "de-DE", server)) {
            other.type("Tee", "plan", "555");
            other.waitUntil(() -> plan.line(1).get("plan").asText().equals("555"));
        }
        grid.comeBack();

        assertThat(grid.cell("Tee", "plan")).hasText("555,00");
        assertThat(grid.message()).hasText("Eine Position wurde gerade von jemand anderem geändert.");
        assertThat(grid.cell("Tee", "productGroup").or(grid.cell("Tee", "accountName")))
                .containsText("geändert");
        assertThat(grid.page().locator(".kg-sums")).containsText("→ 555,00 EUR");
        grid.type("Tee", "plan", "556");
        grid.waitUntil(() -> plan.line(1).get("plan").asText().equals("556"));
        assertThat(grid.question()).hasCount(0);
    }

    @Test
    void what_others_do_appears_by_itself() {
        plan.changeElsewhere(3, "plan", "333.00");

        assertThat(grid.cell("Kaffee", "plan"))
                .hasText("333,00", new LocatorAssertions.HasTextOptions().setTimeout(15_000));
    }

    @Test
    void nobody_is_interrupted_while_typing() {
        Locator editor = grid.edit("Tee", "plan");
        editor.fill("111");
        plan.changeElsewhere(1, "plan", "555.00");
        plan.changeElsewhere(3, "plan", "333.00");
        grid.comeBack();
        assertThat(grid.cell("Kaffee", "plan")).hasText("333,00");
        assertThat(editor).hasValue("111");
        assertThat(editor).isFocused();

        editor.press("Enter");
        assertThat(grid.question()).containsText("Plan: dort 555,00, bei Ihnen 111,00");
        assertThat(plan.line(1).get("plan").asText()).isEqualTo("555.00");
    }

    @Test
    void what_still_waits_to_be_saved_is_asked_about() {
        server.failNext(Failure.UNREACHABLE);
        grid.type("Tee", "plan", "111");
        assertThat(grid.state()).containsText("keine Verbindung");
        plan.changeElsewhere(1, "plan", "555.00");
        grid.comeBack();
        assertThat(grid.question()).containsText("Plan: dort 555,00, bei Ihnen 111,00");

        assertThat(new AxeBuilder(grid.page())
                        .include(".konsens-grid")
                        .analyze()
                        .getViolations())
                .isEmpty();
        grid.type("Gebäck", "plan", "zwölf");
        assertThat(grid.message()).containsText("„zwölf“");
        assertThat(grid.question()).isVisible();
        grid.press("Meinen Wert behalten");
        grid.waitUntil(() -> plan.line(1).get("plan").asText().equals("111"));
        assertThat(grid.question()).hasCount(0);
    }

    @Test
    void a_step_that_is_over_says_so() {
        plan.complete("REVIEW");
        grid.comeBack();

        assertThat(grid.message()).containsText("Dieser Schritt ist inzwischen abgeschlossen.");
    }

    @Test
    void what_was_not_saved_when_the_tab_was_closed_is_offered() {
        loseTwoEntries();

        assertThat(grid.question())
                .containsText("2 Positionen mit Eingaben, die nicht mehr gespeichert werden konnten");
        assertThat(grid.cell("Tee", "plan")).hasText("100,00");
        grid.press("Wiederherstellen");
        grid.waitUntil(() -> plan.line(1).get("plan").asText().equals("111"));
        assertThat(grid.cell("Gebäck", "plan")).hasText("zwölf");
        assertThat(grid.state()).hasText("1 nicht gespeichert");
        grid.type("Gebäck", "plan", "12");
        assertThat(grid.state()).containsText("gespeichert ");
        grid.page().waitForTimeout(500);
        assertThat(grid.leaveAndReturn()).as("warned though all is saved").isFalse();
        assertThat(grid.question()).hasCount(0);
    }

    @Test
    void what_was_not_saved_can_be_discarded() {
        loseTwoEntries();
        grid.press("Verwerfen");
        grid.leaveAndReturn();

        assertThat(grid.question()).hasCount(0);
        assertThat(plan.line(1).get("plan").asText()).isEqualTo("100.00");
    }

    @Test
    void what_was_not_saved_does_not_go_over_what_others_did_since() {
        loseTwoEntries();
        plan.changeElsewhere(1, "plan", "555.00");
        grid.leaveAndReturn();
        grid.press("Wiederherstellen");

        assertThat(grid.question()).containsText("Plan: dort 555,00, bei Ihnen 111,00");
        grid.press("Anderen Wert übernehmen");
        assertThat(grid.cell("Tee", "plan")).hasText("555,00");
        assertThat(plan.line(1).get("plan").asText()).isEqualTo("555.00");
    }

    @Test
    void one_wrong_line_of_many_costs_few_requests() {
        plan.changeElsewhere(2, "plan", "555.00");
        grid.paste("Tee", "plan", "1\n2\n3");
        assertThat(grid.question()).isVisible();

        assertThat(server.written()).hasSizeLessThanOrEqualTo(5);
        assertThat(plan.line(3).get("plan").asText()).isEqualTo("3");
    }

    private void loseTwoEntries() {
        server.disconnect();
        grid.type("Tee", "plan", "111");
        grid.type("Gebäck", "plan", "zwölf");
        assertThat(grid.state()).containsText("keine Verbindung");
        assertThat(grid.leaveAndReturn()).as("warned").isTrue();
    }
}
