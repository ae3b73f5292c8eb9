package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Planning helps fill as many lines as one means: the empty ones, all, a selection, a group. */
class GridHelpsIT {

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

    @BeforeEach
    void rita_plans() {
        agreement = GridAgreement.in("PLANNING", "PLAN")
                .line("Alster", "Tee", "100.10")
                .line("Alster", "Gebäck", "200.00")
                .with("plan", "999.00")
                .line("Bille", "Kaffee", "300.30")
                .line("Bille", "Tee", "400.00");
        grid = new GridUnderTest(chromium.browser(), "de-DE", new GridServer(agreement, "plan"));
    }

    @AfterEach
    void no_script_failed() {
        assertThat(grid.faults()).isEmpty();
        grid.close();
    }

    @Test
    void the_selection_grows_and_nothing_else() {
        grid.cell("Gebäck", "plan").click();
        grid.keys("Shift+ArrowDown");
        grow("selected", "10");

        saved(null, "220.00", "330.33", null);
    }

    @Test
    void the_group_of_the_selection_grows_by_account() {
        grid.cell("Kaffee", "plan").click();
        grow("group", "-5");

        saved(null, "999.00", "285.29", "380.00");
    }

    @Test
    void the_group_is_the_product_group_where_one_groups_by_that() {
        grid.page().getByLabel("Gruppieren nach").selectOption("productGroup");
        grid.cell("Alster", "plan").click();
        assertThat(grid.place()).hasText("Plan, Alster · Tee: leer");
        grow("group", "10");

        saved("110.11", "999.00", null, "440.00");
    }

    @Test
    void empty_ones_only_or_all() {
        grow("empty", "10");
        saved("110.11", "999.00", "330.33", "440.00");
        grow("all", "0");
        saved("100.10", "200.00", "300.30", "400.00");
    }

    private void grow(String scope, String percent) {
        if (grid.page().locator("details.kg-adder[open]").count() == 0) {
            grid.page().getByText("Planungshilfen").click();
        }
        grid.page().getByLabel("Für welche Positionen").selectOption(scope);
        grid.page().getByLabel("Veränderung in Prozent").fill(percent);
        grid.press("Basis verändern");
    }

    private void saved(String... plans) {
        for (int i = 0; i < plans.length; i++) {
            int line = i + 1;
            grid.waitUntil(() -> plans[line - 1] == null
                    ? agreement.line(line).get("plan").isNull()
                    : agreement.line(line).get("plan").asText().equals(plans[line - 1]));
        }
    }
}
