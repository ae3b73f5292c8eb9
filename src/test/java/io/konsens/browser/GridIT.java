package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.konsens.browser.GridServer.Failure;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That nothing typed into the grid gets lost, and that it says what is where. */
class GridIT {

    private static Chromium chromium;

    private final GridAgreement plan = GridAgreement.in("PLANNING", "PLAN")
            .line("Alster", "Tee", "100.10")
            .with("plan", "100.00")
            .line("Alster", "Gebäck", "200.20")
            .line("Bille", "Kaffee", "300.30")
            .whole("margin", "MANAGER")
            .whole("customers", "REP");
    private GridServer server = new GridServer(plan, "plan");
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
    void what_is_typed_is_saved_as_an_exact_text() {
        open();
        grid.type("Tee", "plan", "1.234,50");
        grid.waitUntil(() -> server.written().size() == 1);
        assertThat(server.written().get(0).get("plan").isTextual()).isTrue();
        assertThat(server.written().get(0).get("plan").textValue()).isEqualTo("1234.50");
        assertThat(grid.state()).containsText("gespeichert");
        assertThat(grid.cell("Tee", "plan")).hasText("1.234,50");
    }

    @Test
    void enter_goes_on_to_the_next_line_that_can_be_typed_into() {
        open();
        Locator editor = grid.edit("Tee", "plan");
        editor.press("Enter");
        grid.page().keyboard().type("7");
        grid.page().keyboard().press("Enter");
        assertThat(grid.cell("Gebäck", "plan")).hasText("7,00");
    }

    @Test
    void a_total_is_spread_by_baseline_to_the_cent_and_can_be_taken_back() {
        open();
        grid.page().getByText("Planungshilfen").click();
        grid.page().getByLabel("Für welche Positionen").selectOption("all");
        grid.page().getByLabel("Zu verteilende Summe").fill("1.000,00");
        grid.press("Summe nach Basis verteilen");
        assertThat(grid.cell("Tee", "plan")).hasText("166,67");
        assertThat(grid.cell("Gebäck", "plan")).hasText("333,33");
        assertThat(grid.cell("Kaffee", "plan")).hasText("500,00");
        assertThat(grid.state()).containsText("gespeichert");
        grid.press("Rückgängig machen");
        assertThat(grid.cell("Tee", "plan")).hasText("100,00");
        assertThat(grid.cell("Kaffee", "plan")).hasText("");
    }

    @Test
    void empty_lines_are_filled_from_the_baseline_and_what_was_planned_stays() {
        open();
        grid.page().getByText("Planungshilfen").click();
        grid.page().getByLabel("Veränderung in Prozent").fill("2,5");
        grid.press("Basis verändern");
        assertThat(grid.cell("Tee", "plan")).hasText("100,00");
        assertThat(grid.cell("Gebäck", "plan")).hasText("205,21");
        assertThat(grid.cell("Kaffee", "plan")).hasText("307,81");
    }

    @Test
    void nothing_and_zero_look_different() {
        open();
        grid.type("Gebäck", "plan", "0");
        assertThat(grid.cell("Gebäck", "plan")).hasText("0,00");
        assertThat(grid.cell("Kaffee", "plan")).hasText("");
        assertThat(grid.cell("Kaffee", "plan")).hasClass(Pattern.compile("kg-missing"));
    }

    @Test
    void what_cannot_be_read_stays_as_it_was_typed() {
        open();
        grid.type("Tee", "plan", "zwölf");
        assertThat(grid.message()).containsText("„zwölf“ ist keine Zahl");
        assertThat(grid.cell("Tee", "plan")).hasText("zwölf");
        assertThat(grid.state()).hasText("1 nicht gespeichert");
        assertThat(server.written()).isEmpty();
    }

    @Test
    void what_the_server_refuses_stays_marked_until_it_is_mended() {
        open();
        grid.type("Tee", "plan", "-5");
        assertThat(grid.message()).hasText("Der Plan darf nicht negativ sein.");
        assertThat(grid.cell("Tee", "plan")).hasAttribute("title", "Der Plan darf nicht negativ sein.");
        assertThat(grid.state()).hasText("1 nicht gespeichert");
        grid.type("Tee", "plan", "5");
        assertThat(grid.state()).containsText("gespeichert ");
        assertThat(grid.cell("Tee", "plan")).hasText("5,00");
    }

    @Test
    void without_a_connection_it_is_tried_again() {
        server.failNext(Failure.UNREACHABLE);
        open();
        grid.type("Tee", "plan", "111");
        assertThat(grid.state()).containsText("keine Verbindung");
        grid.type("Kaffee", "plan", "333");
        grid.waitUntil(() -> plan.line(3).get("plan").asText().equals("333"));
        assertThat(plan.line(1).get("plan").textValue()).isEqualTo("111");
        assertThat(grid.state()).containsText("gespeichert");
    }

    @Test
    void a_session_that_is_over_loses_nothing() {
        server.failNext(Failure.LOGGED_OUT);
        open();
        grid.type("Tee", "plan", "111");
        assertThat(grid.state()).containsText("melden Sie sich in einem anderen Tab an");
        grid.waitUntil(() -> plan.line(1).get("plan").asText().equals("111"));
    }

    @Test
    void a_lost_answer_is_no_conflict() {
        server.failNext(Failure.ANSWER_LOST);
        open();
        grid.type("Tee", "plan", "111");
        grid.waitUntil(() -> server.written().size() == 2);
        assertThat(grid.state()).containsText("gespeichert");
        assertThat(grid.message()).isHidden();
    }

    @Test
    void what_is_typed_while_saving_survives_the_answer() {
        server.holdAnswers();
        open();
        grid.type("Tee", "plan", "111");
        grid.waitUntil(() -> server.written().size() == 1);
        grid.type("Tee", "planComment", "Neuer Markt");
        server.releaseAnswers();
        server.holdAnswers();
        grid.waitUntil(() -> server.written().size() == 2);
        assertThat(grid.cell("Tee", "planComment")).hasText("Neuer Markt");
        server.releaseAnswers();
        assertThat(grid.state()).containsText("gespeichert ");
        assertThat(plan.line(1).get("planComment").textValue()).isEqualTo("Neuer Markt");
        assertThat(plan.line(1).get("plan").textValue()).isEqualTo("111");
    }

    @Test
    void somebody_elses_change_can_be_taken() {
        open();
        plan.changeElsewhere(1, "plan", "555.00");
        grid.type("Tee", "plan", "111");
        assertThat(grid.question()).containsText("Plan: dort 555,00, bei Ihnen 111,00");
        grid.press("Anderen Wert übernehmen");
        assertThat(grid.cell("Tee", "plan")).hasText("555,00");
        assertThat(grid.state()).not().containsText("nicht gespeichert");
        assertThat(plan.line(1).get("plan").textValue()).isEqualTo("555.00");
    }

    @Test
    void every_conflict_is_asked_about() {
        open();
        plan.changeElsewhere(1, "plan", "555.00");
        plan.changeElsewhere(3, "planComment", "Lager voll");
        grid.paste("Tee", "plan", "111\n222\n333");
        assertThat(grid.question()).containsText("(und 1 weitere)");
        grid.press("Meinen Wert behalten");
        assertThat(grid.question()).containsText("Bille · Kaffee");
        grid.press("Meinen Wert behalten");
        grid.waitUntil(() -> plan.line(3).get("plan").asText().equals("333"));
        assertThat(plan.line(1).get("plan").textValue()).isEqualTo("111");
        assertThat(plan.line(2).get("plan").textValue()).isEqualTo("222");
        assertThat(grid.state()).containsText("gespeichert");
    }

    @Test
    void a_block_is_pasted_line_by_line() {
        open();
        grid.paste("Tee", "plan", "1.111,10\t\t\t\tNeuer Markt\r\n2.222,20\r\n\"x\"\r\n");
        assertThat(grid.message()).containsText("3 Werte eingefügt, 1 nicht lesbar, 3 ausgelassen.");
        assertThat(grid.cell("Tee", "plan")).hasText("1.111,10");
        assertThat(grid.cell("Tee", "planComment")).hasText("Neuer Markt");
        assertThat(grid.cell("Gebäck", "plan")).hasText("2.222,20");
        grid.waitUntil(() -> plan.line(2).get("plan").asText().equals("2222.20"));
        assertThat(grid.cell("Kaffee", "plan")).hasText("\"x\"");
        assertThat(grid.state()).hasText("1 nicht gespeichert");
    }

    @Test
    void whoever_types_down_a_column_and_comes_back_meets_every_line() {
        GridAgreement large = GridAgreement.in("PLANNING", "PLAN");
        for (int i = 1; i <= 120; i++) {
            large.line("Alster", "Tee %03d".formatted(i), "100.00");
        }
        server = new GridServer(large, "plan");
        open();
        grid.edit("Tee 001", "plan");
        for (int i = 1; i <= 120; i++) {
            grid.page().keyboard().type("%d".formatted(i));
            grid.keys("Enter");
            // At the end somebody hesitates: the page finds the time to make more rows, where there are none.
            grid.page().waitForTimeout(i < 80 ? 0 : 50);
        }
        grid.waitUntil(() -> IntStream.rangeClosed(1, 120)
                .allMatch(i -> large.line(i).get("plan").asText().equals("" + i)));

        grid.cell("Tee 120", "plan").click();
        for (int i = 119; i >= 1; i--) {
            grid.keys("ArrowUp");
            if (i % 8 == 0) {
                assertThat(grid.cell("Tee %03d".formatted(i), "plan")).isInViewport();
            }
        }
        assertThat(grid.place()).hasText("Plan, Alster · Tee 001: 1,00");
        // Two lines look as if they were selected, if one came back into sight as it had left it.
        assertThat(grid.page().locator(".tabulator-tableholder .tabulator-range-highlight.tabulator-row"))
                .hasCount(1);
    }

    @Test
    void a_large_block_is_saved_in_batches() {
        GridAgreement large = GridAgreement.in("PLANNING", "PLAN");
        for (int i = 0; i < 450; i++) {
            large.line("Alster", "Tee " + i, "100.00");
        }
        server = new GridServer(large, "plan");
        open();
        grid.paste("Tee 0", "plan", "7\n".repeat(450));
        grid.waitUntil(() -> large.line(450).get("plan").asText().equals("7"));
        assertThat(server.written()).hasSize(3).allMatch(request -> request.size() <= 200);
        assertThat(grid.state()).containsText("gespeichert ");
    }

    @Test
    void completing_waits_for_what_was_typed_last() {
        open();
        server.holdAnswers();
        grid.edit("Tee", "plan").fill("111");
        grid.press("Complete");
        grid.waitUntil(() -> server.written().size() == 1);
        assertThat(grid.isCompleted()).isFalse();
        server.releaseAnswers();
        grid.waitUntil(grid::isCompleted);
    }

    @Test
    void completing_stops_for_what_is_not_saved_and_names_it() {
        open();
        grid.type("Tee", "plan", "zwölf");
        grid.press("Complete");
        assertThat(grid.message()).containsText("Noch nicht abgeschlossen");
        assertThat(grid.message()).containsText("Alster · Tee");
        assertThat(grid.isCompleted()).isFalse();
        grid.page().keyboard().press("Escape");
        grid.type("Tee", "plan", "12");
        grid.press("Complete");
        grid.waitUntil(grid::isCompleted);
    }

    @Test
    void completing_stops_without_a_connection() {
        server.failNext(Failure.UNREACHABLE, Failure.UNREACHABLE);
        open();
        grid.edit("Tee", "plan").fill("111");
        grid.press("Complete");
        assertThat(grid.message()).containsText("Es fehlt die Verbindung");
        assertThat(grid.isCompleted()).isFalse();
    }

    @Test
    void a_proposal_waits_for_its_reason_and_is_not_forgotten() {
        GridAgreement review = GridAgreement.in("REVIEW", "PROPOSE")
                .line("Alster", "Tee", "100.00")
                .with("plan", "100.00");
        server = new GridServer(review, "review");
        open();
        grid.type("Tee", "proposal", "120");
        assertThat(grid.cell("Tee", "proposalReason")).containsText("Bitte begründen");
        grid.press("Complete");
        assertThat(grid.message()).containsText("Noch nicht abgeschlossen");
        assertThat(server.written()).isEmpty();
        grid.type("Tee", "proposalReason", "Neuer Markt");
        grid.waitUntil(() -> review.line(1).get("proposal").asText().equals("120"));
        grid.press("Complete");
        grid.waitUntil(grid::isCompleted);
    }

    @Test
    void an_answer_is_given_by_keyboard() {
        GridAgreement response = GridAgreement.in("RESPONSE", "ANSWER")
                .line("Alster", "Tee", "100.00")
                .with("plan", "100.00")
                .with("proposal", "120.00");
        server = new GridServer(response, "answer");
        open();
        Locator reject = grid.cell("Tee", "response").locator("[data-choice=REJECT]");
        reject.focus();
        reject.press("Enter");
        grid.waitUntil(() -> response.line(1).get("response").asText().equals("REJECT"));
        assertThat(reject).isFocused();
        assertThat(reject).hasAttribute("aria-pressed", "true");
        reject.press("Enter");
        grid.waitUntil(() -> response.line(1).get("response").isNull());
        assertThat(reject).hasAttribute("aria-pressed", "false");
    }

    @Test
    void sums_are_exact_and_of_one_unit() {
        plan.with("plan", "3");
        open();
        assertThat(grid.page().locator(".kg-sums")).containsText("600,60 → 100,00 EUR");
        grid.type("Gebäck", "plan", "0,10");
        grid.type("Kaffee", "plan", "0,20");
        assertThat(grid.page().locator(".kg-sums")).containsText("600,60 → 100,30 EUR");
    }

    private void open() {
        grid = new GridUnderTest(chromium.browser(), "de-DE", server);
    }
}
