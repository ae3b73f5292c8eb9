package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The steps in which somebody works on what the other has entered: many lines at once, and what matters first. */
class GridReviewIT {

    private static Chromium chromium;

    private GridAgreement agreement;
    private GridUnderTest grid;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @AfterEach
    void no_script_failed() {
        assertThat(grid.faults()).isEmpty();
        grid.close();
    }

    @Test
    void the_biggest_deviations_come_first() {
        review();

        assertThat(rows().nth(0)).containsText("Deckungsbeitrag");
        assertThat(rows().nth(1)).containsText("Kaffee");
        assertThat(rows().nth(2)).containsText("Gebäck");
        assertThat(rows().nth(3)).containsText("Tee");
    }

    @Test
    void what_changed_since_the_last_step_is_marked_and_can_be_shown_alone() {
        review();

        assertThat(rows().filter(new Locator.FilterOptions().setHasText("geändert")))
                .hasCount(1);
        grid.page().getByLabel("Zeigen").selectOption("since");
        assertThat(rows()).hasCount(1);
        assertThat(rows().first()).containsText("Gebäck");
    }

    @Test
    void a_change_in_percent_is_proposed_for_the_selected_lines_with_one_reason() {
        review();
        select("Kaffee", "proposal", "Shift+ArrowDown");
        propose("+10 %", "Der Markt wächst");

        saved(1, "proposal", "1100.55");
        saved(2, "proposal", "220.00");
        assertThat(agreement.line(1).get("proposalReason").asText()).isEqualTo("Der Markt wächst");
        assertThat(agreement.line(3).get("proposal").isNull()).isTrue();
        assertThat(grid.page().locator(".kg-outlook")).hasText("Beim Abschließen: 2 Vorschläge, 1 bestätigt");
    }

    @Test
    void an_amount_is_proposed_for_all_lines_shown() {
        review();
        menu();
        grid.page().getByLabel("Für welche Positionen").selectOption("shown");
        propose("1.234,50", "Vorgabe der Leitung");

        for (int line = 1; line <= 3; line++) {
            saved(line, "proposal", "1234.50");
        }
        assertThat(agreement.line(4).get("proposal").isNull())
                .as("a target set by management is not proposed in passing")
                .isTrue();
        grid.press("Rückgängig machen");
        grid.waitUntil(() -> agreement.line(1).get("proposal").isNull());
    }

    @Test
    void nothing_is_proposed_without_a_reason() {
        review();
        select("Kaffee", "proposal", "Shift+ArrowDown");
        propose("5 %", "");
        assertThat(grid.message()).hasText("Bitte begründen – noch nicht gespeichert");
        propose("fünf", "So");
        assertThat(grid.message()).containsText("„fünf“ ist keine Zahl");
        assertThat(agreement.line(1).get("proposal").isNull()).isTrue();
    }

    @Test
    void a_change_in_percent_is_proposed_for_one_line_where_it_is_typed() {
        review();
        grid.type("Gebäck", "proposal", "-2,5 %");
        assertThat(grid.cell("Gebäck", "proposal")).hasText("195,00");
        grid.type("Gebäck", "proposalReason", "Lieferant fällt aus");

        saved(2, "proposal", "195.00");
    }

    @Test
    void completing_confirms_the_rest_at_once() {
        review();
        assertThat(grid.page().locator(".kg-outlook")).hasText("Beim Abschließen: 0 Vorschläge, 3 bestätigt");
        grid.type("Deckungsbeitrag", "proposal", "31,5");
        saved(4, "proposal", "31.5");
        grid.press("Complete");
        grid.waitUntil(grid::isCompleted);
    }

    @Test
    void proposals_are_withdrawn_together() {
        review();
        select("Kaffee", "proposal", "Shift+ArrowDown");
        propose("+10 %", "Der Markt wächst");
        saved(2, "proposal", "220.00");

        grid.press("Vorschläge zurückziehen");
        grid.waitUntil(() -> agreement.line(1).get("proposal").isNull()
                && agreement.line(2).get("proposal").isNull());
    }

    @Test
    void many_proposals_are_answered_at_once_with_one_comment() {
        agreement = GridAgreement.in("RESPONSE", "ANSWER");
        for (String group : List.of("Tee", "Gebäck", "Kaffee")) {
            agreement.line("Alster", group, "100.00").with("plan", "100.00").with("proposal", "120.00");
        }
        open("answer");
        select("Tee", "responseComment", "Shift+ArrowDown");
        menu();
        grid.page().getByLabel("Bemerkung für alle").fill("Zu viel");
        grid.page().locator(".kg-adder").getByText("✗ Ablehnen").click();

        saved(1, "response", "REJECT");
        saved(2, "response", "REJECT");
        assertThat(agreement.line(2).get("responseComment").asText()).isEqualTo("Zu viel");
        assertThat(agreement.line(3).get("response").isNull()).isTrue();
    }

    @Test
    void a_single_proposal_is_rejected_with_a_comment() {
        agreement = GridAgreement.in("RESPONSE", "ANSWER")
                .line("Alster", "Tee", "100.00")
                .with("plan", "100.00")
                .with("proposal", "120.00")
                .with("proposalReason", "Ostern liegt günstig")
                .line("Alster", "Gebäck", "100.00")
                .with("plan", "100.00");
        open("answer");
        assertThat(rows()).hasCount(1);
        assertThat(grid.cell("Tee", "proposal")).containsText("+20,00 · Ostern liegt günstig");
        grid.cell("Tee", "response").getByText("✗ Ablehnen").click();
        grid.type("Tee", "responseComment", "Zu viel");

        saved(1, "response", "REJECT");
        saved(1, "responseComment", "Zu viel");
    }

    @Test
    void only_what_deviates_is_aligned_with_both_positions_and_their_reasons() {
        agreement = GridAgreement.in("ALIGNMENT", "AGREE")
                .line("Alster", "Tee", "90.00")
                .with("plan", "100.00")
                .with("planComment", "Neuer Markt")
                .with("proposal", "120.00")
                .with("proposalReason", "Ostern liegt günstig")
                .with("response", "REJECT")
                .with("responseComment", "Zu viel")
                .alignable()
                .line("Alster", "Gebäck", "100.00")
                .with("plan", "100.00");
        open("align");
        assertThat(rows()).hasCount(1);
        assertThat(grid.cell("Tee", "plan")).containsText("100,00Neuer Markt · Zu viel");
        assertThat(grid.cell("Tee", "proposal")).containsText("120,00Ostern liegt günstig");
        grid.type("Tee", "agreed", "111");

        saved(1, "agreed", "111");
    }

    @Test
    void the_middle_is_shown_and_agreed_on_to_the_cent() {
        agreement = GridAgreement.in("ALIGNMENT", "AGREE");
        agreement
                .line("Alster", "Tee", "90.00")
                .with("plan", "100.00")
                .with("proposal", "120.05")
                .alignable();
        open("align");
        assertThat(grid.cell("Tee", "middle")).hasText("110,03");
        select("Tee", "agreed");
        menu();
        grid.page().locator(".kg-adder").getByText("Mitte vereinbaren").click();

        saved(1, "agreed", "110.03");
    }

    @Test
    void on_a_telephone_the_essential_fits() {
        review();
        grid.close();
        grid = new GridUnderTest(chromium.browser(), "de-DE", new GridServer(agreement, "review"), 390, 800);

        assertThat(grid.page().locator(".tabulator-col-title")).hasText(new String[] {"Position", "Plan", "Vorschlag"});
        assertThat((boolean) grid.page().evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing leads sideways")
                .isTrue();
    }

    private void review() {
        agreement = GridAgreement.in("REVIEW", "PROPOSE")
                .line("Bille", "Kaffee", "500.00")
                .with("plan", "1000.50")
                .line("Alster", "Gebäck", "100.00")
                .with("plan", "200.00")
                .changedByOthers()
                .line("Alster", "Tee", "100.00")
                .with("plan", "101.00")
                .whole("margin", "MANAGER");
        open("review");
    }

    private void open(String mode) {
        grid = new GridUnderTest(chromium.browser(), "de-DE", new GridServer(agreement, mode));
    }

    private void select(String line, String field, String... more) {
        grid.cell(line, field).click();
        grid.keys(more);
    }

    private void menu() {
        if (grid.page().locator("details.kg-adder[open]").count() == 0) {
            grid.page().getByText("Mehrere Positionen").click();
        }
    }

    private void propose(String amount, String reason) {
        menu();
        grid.page().getByLabel("Betrag oder +5 %").fill(amount);
        grid.page().getByLabel("Begründung für alle").fill(reason);
        grid.page()
                .locator(".kg-adder")
                .getByText("Vorschlagen", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private Locator rows() {
        return grid.page().locator(".tabulator-table .tabulator-row:not(.tabulator-group, .tabulator-calcs)");
    }

    private void saved(int position, String field, String value) {
        grid.waitUntil(() -> agreement.line(position).get(field).asText().equals(value));
    }
}
