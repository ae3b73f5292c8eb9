package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who comes from a spreadsheet does without thinking. */
class GridHabitsIT {

    private static Chromium chromium;

    private final GridAgreement plan = GridAgreement.in("PLANNING", "PLAN")
            .line("Alster", "Tee", "100.10")
            .with("plan", "100.00")
            .line("Alster", "Gebäck", "2000.20")
            .line("Bille", "Kaffee", "300.30")
            .line("Bille", "Kakao", "5.00");
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
    void a_click_selects_and_typing_replaces() {
        grid.cell("Gebäck", "plan").click();
        assertThat(grid.cell("Gebäck", "plan").locator("input")).hasCount(0);
        grid.page().keyboard().type("77,5");
        grid.keys("Enter");
        saved(2, "plan", "77.5");
        assertThat(grid.cell("Kaffee", "plan").locator("input")).isFocused();
    }

    @Test
    void f2_goes_into_what_is_there() {
        grid.cell("Tee", "plan").click();
        grid.keys("F2");
        assertThat(grid.cell("Tee", "plan").locator("input")).hasValue("100,00");
    }

    @Test
    void arrows_move_and_with_shift_select_more() {
        grid.cell("Tee", "baseline").click();
        grid.keys("ArrowDown", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowDown");
        assertThat(grid.copied()).isEqualTo("300,30\t\n5,00\t");
        assertThat(grid.message()).hasText("4 Zellen kopiert.");
    }

    @Test
    void a_range_is_drawn_with_the_mouse() {
        grid.cell("Tee", "baseline").hover();
        grid.page().mouse().down();
        grid.cell("Kaffee", "plan").hover();
        grid.page().mouse().up();
        assertThat(grid.copied()).isEqualTo("100,10\t100,00\n2.000,20\t\n300,30\t");
    }

    @Test
    void what_is_copied_can_be_pasted_elsewhere() {
        grid.cell("Gebäck", "baseline").click();
        grid.keys("Shift+ArrowDown");
        String copied = grid.copied();
        grid.cell("Gebäck", "plan").click();
        grid.pasteOver(copied);
        saved(2, "plan", "2000.20");
        saved(3, "plan", "300.30");
    }

    @Test
    void a_single_value_fills_every_selected_cell() {
        grid.cell("Tee", "plan").click();
        grid.keys("Shift+ArrowDown", "Shift+ArrowDown");
        grid.pasteOver("12,50");
        saved(1, "plan", "12.50");
        saved(3, "plan", "12.50");
        assertThat(plan.line(4).get("plan").isNull()).isTrue();
    }

    @Test
    void ctrl_d_fills_down() {
        grid.cell("Tee", "plan").click();
        grid.keys("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
        saved(2, "plan", "100.00");
        saved(4, "plan", "100.00");
    }

    @Test
    void delete_leaves_nothing_and_not_zero() {
        grid.cell("Tee", "plan").click();
        grid.keys("Delete");
        grid.waitUntil(() -> plan.line(1).get("plan").isNull());
        assertThat(grid.cell("Tee", "plan")).hasText("");
    }

    @Test
    void what_was_done_at_once_is_undone_and_redone_at_once() {
        grid.cell("Tee", "plan").click();
        grid.keys("Shift+ArrowDown", "Shift+ArrowDown");
        grid.pasteOver("1\n2\n3");
        saved(3, "plan", "3");
        grid.keys("Control+z");
        assertThat(grid.message()).hasText("3 Eingaben zurückgenommen.");
        saved(1, "plan", "100.00");
        grid.waitUntil(() -> plan.line(3).get("plan").isNull());
        grid.keys("Control+y");
        saved(2, "plan", "2");
        grid.keys("Control+z", "Control+z");
        assertThat(grid.message()).hasText("Nichts zurückzunehmen.");
    }

    @Test
    void what_is_locked_stays_as_it_is() {
        grid.cell("Tee", "baseline").click();
        grid.keys("Delete");
        grid.page().keyboard().type("5");
        grid.pasteOver("5");
        assertThat(grid.cell("Tee", "baseline")).hasText("100,10");
        assertThat(server.written()).isEmpty();
    }

    @Test
    void a_heading_sorts_by_size() {
        grid.page().locator(".tabulator-col[tabulator-field=baseline]").click();
        assertThat(rows().first()).containsText("Kakao");
        grid.page().locator(".tabulator-col[tabulator-field=baseline]").click();
        assertThat(rows().first()).containsText("Gebäck");
    }

    @Test
    void only_what_is_looked_for_is_shown() {
        grid.page().getByLabel("Zeigen").selectOption("missing");
        assertThat(rows()).hasCount(3);
        grid.page().getByLabel("Suchen").fill("bille");
        assertThat(rows()).hasCount(2);
        grid.page().getByLabel("Zeigen").selectOption("changed");
        assertThat(rows()).hasCount(0);
    }

    private Locator rows() {
        return grid.page().locator(".tabulator-table .tabulator-row:not(.tabulator-group, .tabulator-calcs)");
    }

    private void saved(int position, String field, String value) {
        grid.waitUntil(() -> plan.line(position).get(field).asText().equals(value));
    }
}
