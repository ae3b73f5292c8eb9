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

    @Test
    void enter_and_tab_move_on_and_with_shift_back() {
        Locator editor = grid.edit("Gebäck", "plan");
        editor.fill("7");
        grid.keys("Shift+Enter");
        assertThat(input("Tee", "plan")).isFocused();
        grid.keys("Tab");
        assertThat(input("Tee", "planComment")).isFocused();
        grid.page().keyboard().type("Neuer Markt");
        grid.keys("Tab");
        assertThat(input("Gebäck", "plan")).isFocused();
        grid.keys("Shift+Tab", "Shift+Tab");
        assertThat(input("Tee", "plan")).isFocused();
        saved(1, "planComment", "Neuer Markt");
        saved(2, "plan", "7");
    }

    @Test
    void escape_leaves_what_was_there() {
        grid.edit("Tee", "plan").fill("7");
        grid.keys("Escape");
        assertThat(grid.cell("Tee", "plan")).hasText("100,00");
        grid.page().waitForTimeout(400);
        assertThat(server.written()).isEmpty();
    }

    @Test
    void home_and_end_lead_to_the_ends_of_a_line_and_with_ctrl_to_those_of_the_grid() {
        grid.cell("Gebäck", "plan").click();
        grid.keys("Home");
        assertThat(grid.place()).hasText("Basis, Alster · Gebäck: 2.000,20");
        grid.keys("End");
        assertThat(grid.place()).hasText("Notizen, Alster · Gebäck: leer");
        grid.keys("Control+Home");
        assertThat(grid.place()).hasText("Basis, Alster · Tee: 100,10");
        grid.keys("Control+End");
        assertThat(grid.place()).hasText("Notizen, Bille · Kakao: leer");
        grid.keys("Home", "Shift+PageUp");
        assertThat(grid.copied()).isEqualTo("100,10\n2.000,20\n300,30\n5,00");
    }

    @Test
    void ctrl_and_arrows_lead_to_the_end_of_what_is_filled() {
        grid.cell("Tee", "baseline").click();
        grid.keys("Control+ArrowDown");
        assertThat(grid.place()).hasText("Basis, Bille · Kakao: 5,00");
        grid.keys("Control+Shift+ArrowUp");
        assertThat(grid.copied()).isEqualTo("100,10\n2.000,20\n300,30\n5,00");
    }

    @Test
    void everything_is_selected_with_ctrl_a() {
        grid.cell("Tee", "plan").click();
        grid.keys("Control+a");
        assertThat(grid.copied().split("\n")).hasSize(4);
    }

    @Test
    void what_is_cut_is_on_the_clipboard_and_no_longer_there() {
        grid.cell("Tee", "plan").click();
        assertThat(grid.cut()).isEqualTo("100,00");
        grid.waitUntil(() -> plan.line(1).get("plan").isNull());
    }

    @Test
    void numbers_from_an_english_spreadsheet_are_read_as_what_they_are() {
        grid.cell("Tee", "plan").click();
        grid.pasteOver("1,234.50\n2,000\n3.25");
        assertThat(grid.message())
                .hasText("3 Werte eingefügt. Die Zahlen sind englisch geschrieben und so gelesen worden.");
        saved(1, "plan", "1234.50");
        saved(2, "plan", "2000");
        saved(3, "plan", "3.25");
    }

    @Test
    void numbers_of_both_notations_in_one_block_are_not_guessed() {
        grid.cell("Tee", "plan").click();
        grid.pasteOver("1,234.50\n1.234,50");
        assertThat(grid.message()).hasText("1 Wert eingefügt, 1 nicht lesbar.");
        saved(2, "plan", "1234.50");
        assertThat(plan.line(1).get("plan").asText()).isEqualTo("100.00");
    }

    @Test
    void numbers_from_a_german_spreadsheet_are_read_in_an_english_browser() {
        try (GridUnderTest english = new GridUnderTest(chromium.browser(), "en-GB", server)) {
            english.cell("Tee", "plan").click();
            english.pasteOver("1.234,50\n7");
            assertThat(english.message()).containsText("were read so");
            assertThat(english.cell("Tee", "plan")).hasText("1,234.50");
        }
    }

    @Test
    void groups_have_subtotals_by_account_or_by_product_group() {
        grid.page().getByLabel("Gruppieren nach").selectOption("group");
        assertThat(groups()).hasText(new String[] {"Alster 2 Positionen", "Bille 2 Positionen"});
        assertThat(subtotal(0, "baseline")).hasText("2.100,30");
        assertThat(subtotal(1, "baseline")).hasText("305,30");
        grid.type("Gebäck", "plan", "7");
        assertThat(subtotal(0, "plan")).hasText("107,00");

        grid.page().getByLabel("Gruppieren nach").selectOption("productGroup");
        assertThat(groups()).hasCount(4);
        assertThat(groups().first()).hasText("Tee 1 Position");
        assertThat(subtotal(0, "plan")).hasText("100,00");
    }

    @Test
    void the_first_column_stays_where_it_is() {
        grid.page().setViewportSize(600, 700);
        Locator name = grid.page().locator(".tabulator-row .tabulator-frozen").first();
        double before = name.boundingBox().x;
        grid.page().locator(".tabulator-tableholder").evaluate("holder => holder.scrollLeft = 200");
        grid.page().waitForTimeout(200);
        assertThat(name.boundingBox().x).isEqualTo(before);
        assertThat(grid.cell("Tee", "baseline").boundingBox().x).isLessThan(before + name.boundingBox().width);
    }

    @Test
    void ctrl_f_looks_in_all_lines_and_not_only_in_those_on_the_screen() {
        grid.cell("Tee", "plan").click();
        grid.keys("Control+f");
        grid.page().keyboard().type("kakao");
        assertThat(rows()).hasCount(1);
        grid.keys("Escape");
        assertThat(rows()).hasCount(4);
    }

    private Locator input(String line, String field) {
        return grid.cell(line, field).locator("input");
    }

    private Locator groups() {
        return grid.page().locator(".tabulator-group");
    }

    /** Groups have theirs at their head. */
    private Locator subtotal(int group, String field) {
        return grid.page()
                .locator(".tabulator-table .tabulator-calcs-bottom")
                .nth(group)
                .locator("[tabulator-field=" + field + "]");
    }

    private Locator rows() {
        return grid.page().locator(".tabulator-table .tabulator-row:not(.tabulator-group, .tabulator-calcs)");
    }

    private void saved(int position, String field, String value) {
        grid.waitUntil(() -> plan.line(position).get(field).asText().equals(value));
    }
}
