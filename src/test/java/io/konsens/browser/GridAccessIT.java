package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That everybody can use the grid: with the keyboard alone, with a screen reader, in both languages. */
class GridAccessIT {

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNING, PLAN, plan",
        "REVIEW, PROPOSE, review",
        "RESPONSE, ANSWER, answer",
        "ALIGNMENT, AGREE, align",
        "CONFIRMATION, CONFIRM, confirm"
    })
    void nothing_keeps_anybody_out(String state, String right, String mode) {
        for (Map.Entry<String, Integer> screen :
                Map.of("de-DE", 1280, "en-GB", 390).entrySet()) {
            String locale = screen.getKey();
            try (GridUnderTest grid = open(locale, state, right, mode, screen.getValue())) {
                if (mode.equals("plan")) {
                    grid.type("Gebäck", "plan", "x");
                    grid.edit("Tee 2", "plan");
                }
                grid.page().locator("details").all().forEach(menu -> menu.evaluate("menu => menu.open = true"));
                assertThat(new AxeBuilder(grid.page())
                                .include(".konsens-grid")
                                .analyze()
                                .getViolations())
                        .as("%s in %s", mode, locale)
                        .isEmpty();
                assertThat(grid.faults()).isEmpty();
            }
        }
    }

    @Test
    void a_figure_is_reached_and_typed_with_the_keyboard_alone() {
        try (GridUnderTest grid = open("en-GB", "PLANNING", "PLAN", "plan")) {
            Locator table = grid.page().locator(".tabulator-tableholder");
            for (int i = 0; i < 20 && !isFocused(table); i++) {
                grid.page().keyboard().press("Tab");
            }
            assertThat(grid.place()).hasText("Baseline, Contribution margin: empty");
            grid.keys("ArrowDown", "ArrowDown", "ArrowRight");
            assertThat(grid.place()).hasText("Plan, Alster · Tee 1: 110.00");
            grid.page().keyboard().type("1,234.5");
            grid.page().keyboard().press("Tab");
            assertThat(grid.cell("Tee 1", "plan")).hasText("1,234.50");
            assertThat(grid.page().getByLabel("Comment: Alster · Tee 1")).isFocused();
        }
    }

    @Test
    void nobody_is_caught_in_the_grid() {
        try (GridUnderTest grid = open("en-GB", "PLANNING", "PLAN", "plan")) {
            grid.cell("Tee 1", "plan").click();
            grid.page().keyboard().press("Escape");
            assertThat(grid.page().getByLabel("Search")).isFocused();

            grid.cell("Kaffee 7", "planComment").click();
            Locator behind = grid.page().getByText("Complete");
            for (int i = 0; i < 3 && !isFocused(behind); i++) {
                grid.page().keyboard().press("Tab");
            }
            assertThat(behind).isFocused();
        }
    }

    @Test
    void a_heading_sorts_by_keyboard() {
        try (GridUnderTest grid = open("en-GB", "PLANNING", "PLAN", "plan")) {
            Locator heading = grid.page().locator(".tabulator-col[tabulator-field=baseline]");
            heading.focus();
            grid.page().keyboard().press("Enter");
            assertThat(heading).hasAttribute("aria-sort", "ascending");
        }
    }

    private static boolean isFocused(Locator locator) {
        return (boolean) locator.evaluate("element => element === document.activeElement");
    }

    @Test
    void what_happens_to_figures_is_announced() {
        try (GridUnderTest grid = open("en-GB", "PLANNING", "PLAN", "plan")) {
            assertThat(grid.state()).hasRole(AriaRole.STATUS);
            assertThat(grid.message()).isHidden();
            grid.type("Gebäck", "plan", "x");
            assertThat(grid.message()).hasRole(AriaRole.ALERT);
        }
    }

    private static GridUnderTest open(String locale, String state, String right, String mode) {
        return open(locale, state, right, mode, 1280);
    }

    private static GridUnderTest open(String locale, String state, String right, String mode, int width) {
        GridAgreement agreement = GridAgreement.in(state, right);
        for (int i = 1; i <= 7; i++) {
            agreement
                    .line("Alster", "Tee " + i, "100.00")
                    .with("plan", "110.00")
                    .with("planComment", "Neuer Markt")
                    .with("proposal", "120.00")
                    .with("proposalReason", "Ostern liegt günstig")
                    .alignable();
            agreement
                    .line("Bille", "Kaffee " + i, "100.00")
                    .with("plan", "300.00")
                    .with("plausibility", "REASON_REQUIRED");
        }
        agreement.line("Alster", "Gebäck", "50.00").whole("margin", "MANAGER").whole("customers", "REP");
        return new GridUnderTest(chromium.browser(), locale, new GridServer(agreement, mode), width, 900);
    }
}
