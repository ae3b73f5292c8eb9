package io.konsens.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.konsens.testing.EditedWorkbook;
import io.konsens.testing.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Out to Excel and back: download, work offline, upload, look, choose, take over. */
class GridWorkbookIT extends RitasDesk {

    @BeforeEach
    void rita_plans() {
        open();
        rita.type("Alpha", "plan", "1.000");
    }

    @Test
    void what_changes_conflicts_and_is_refused_is_shown_line_by_line_and_taken_at_once() throws IOException {
        EditedWorkbook workbook = download();
        assertThat(workbook.get("Alpha", "Plan"))
                .as("what was just typed is in it")
                .hasToString("1000.00");
        workbook.set("Alpha", "Plan", 1200)
                .set("Beta", "Plan", "2.200,50")
                .set("Beta", "Bemerkung", "Neue Filiale")
                .set("Neukunden", "Plan", "drei");
        planElsewhere("Beverages", "1300.00");
        upload(workbook);

        assertThat(dialog()).containsText("1 geändert · 1 Konflikt · 1 abgelehnt · 1 unverändert");
        assertThat(part("change")).containsText("Beta · Produce");
        assertThat(part("change").locator("td.kg-value"))
                .hasText(new String[] {"leer", "2.200,50", "leer", "Neue Filiale"});
        assertThat(part("conflict").locator("td.kg-value")).hasText(new String[] {"1.300,00", "1.200,00"});
        assertThat(part("refused")).containsText("„drei“ ist keine Zahl. Schreiben Sie zum Beispiel 1.234,50.");
        assertThat(part("refused").locator("td").first()).hasText(String.valueOf(workbook.row("Neukunden")));
        Locator apply = dialog().locator(".kg-actions .kg-primary");
        assertThat(apply).hasText("Ein Konflikt zu entscheiden");
        assertThat(apply).isDisabled();
        assertThat(new AxeBuilder(rita.page()).include(".kg-dialog").analyze().getViolations())
                .isEmpty();
        rita.photograph(Path.of("target", "preview.png"));

        dialog().getByLabel("Meinen Wert behalten").check();
        assertThat(apply).hasText("2 Positionen übernehmen");
        apply.click();
        assertThat(dialog()).hasCount(0);
        assertThat(rita.grid().locator(".kg-message")).hasText("2 Positionen aus der Datei übernommen.");
        assertThat(rita.cell("Alpha", "plan")).hasText("1.200,00");
        assertThat(rita.cell("Beta", "plan")).hasText("2.200,50");
        assertThat(line("Beverages").get("plan").asText()).isEqualTo("1200.00");
        assertThat(line("Produce").get("planComment").asText()).isEqualTo("Neue Filiale");
        rita.type("Alpha", "plan", "1.250");
        rita.waitUntilSaved();
        assertThat(line("Beverages").get("plan").asText())
                .as("the grid goes on with what was taken over")
                .isEqualTo("1250.00");
    }

    @Test
    void what_is_not_chosen_stays_as_it_is() throws IOException {
        EditedWorkbook workbook = download();
        workbook.set("Alpha", "Plan", 1200).set("Beta", "Plan", 2200).set("Neukunden", "Plan", 4);
        planElsewhere("Beverages", "1300.00");
        upload(workbook);
        dialog().getByLabel("Anderen Wert übernehmen").check();
        part("change")
                .filter(new Locator.FilterOptions().setHasText("Neukunden"))
                .getByLabel("übernehmen")
                .uncheck();
        dialog().getByText("1 Position übernehmen").click();

        assertThat(dialog()).hasCount(0);
        assertThat(line("Beverages").get("plan").asText()).isEqualTo("1300.00");
        assertThat(line("Produce").get("plan").asText()).isEqualTo("2200.00");
        assertThat(rita.cell("Neukunden", "plan")).hasText("");
    }

    @Test
    void somebody_faster_than_the_last_click_is_shown_and_nothing_is_taken() throws IOException {
        EditedWorkbook workbook = download().set("Alpha", "Plan", 1200).set("Beta", "Plan", 2200);
        upload(workbook);
        planElsewhere("Beverages", "1300.00");
        dialog().getByText("2 Positionen übernehmen").click();

        assertThat(dialog().locator(".kg-error")).containsText("Nichts wurde übernommen; unten steht der neue Stand.");
        assertThat(part("conflict")).containsText("Alpha");
        assertThat(line("Produce").get("plan").isNull()).isTrue();
        dialog().getByLabel("Meinen Wert behalten").check();
        dialog().getByText("2 Positionen übernehmen").click();
        assertThat(dialog()).hasCount(0);
        assertThat(line("Beverages").get("plan").asText()).isEqualTo("1200.00");
    }

    @Test
    void what_was_chosen_stays_chosen_unless_it_is_not_any_more_what_was_seen() throws IOException {
        EditedWorkbook workbook =
                download().set("Alpha", "Plan", 1200).set("Beta", "Plan", 2200).set("Neukunden", "Plan", 3);
        planElsewhere("Beverages", "1300.00");
        upload(workbook);
        dialog().getByLabel("Meinen Wert behalten").check();
        part("change")
                .filter(new Locator.FilterOptions().setHasText("Neukunden"))
                .getByLabel("übernehmen")
                .uncheck();
        planElsewhere("Produce", "2300.00");
        dialog().getByText("2 Positionen übernehmen").click();

        assertThat(part("conflict")).hasCount(2);
        assertThat(conflict("Alpha").getByLabel("Meinen Wert behalten")).isChecked();
        assertThat(part("change").getByLabel("übernehmen")).not().isChecked();
        conflict("Beta").getByLabel("Anderen Wert übernehmen").check();
        planElsewhere("Beverages", "1400.00");
        dialog().getByText("1 Position übernehmen").click();

        assertThat(conflict("Alpha")).containsText("1.400,00");
        assertThat(conflict("Alpha").locator("input:checked")).hasCount(0);
        assertThat(conflict("Beta").getByLabel("Anderen Wert übernehmen")).isChecked();
        conflict("Alpha").getByLabel("Meinen Wert behalten").check();
        dialog().getByText("1 Position übernehmen").click();
        assertThat(dialog()).hasCount(0);
        assertThat(line("Beverages").get("plan").asText()).isEqualTo("1200.00");
        assertThat(line("Produce").get("plan").asText()).isEqualTo("2300.00");
    }

    @Test
    void a_file_without_changes_and_one_that_is_none_of_ours_say_so() throws IOException {
        upload(download());
        assertThat(rita.grid().locator(".kg-message")).hasText("In der Datei ist nichts geändert (4 Positionen).");
        file().setInputFiles(new FilePayload("notes.xlsx", "application/octet-stream", new byte[] {1, 2, 3}));
        assertThat(rita.grid().locator(".kg-message")).containsText("Diese Datei ist keine lesbare Excel-Arbeitsmappe");
    }

    @Test
    void the_page_offers_the_download_to_those_who_only_look() throws IOException {
        try (Person max = visits("m1")) {
            assertThat(max.page().locator("input[type=file]")).hasCount(0);
            Download download = max.page()
                    .waitForDownload(() -> max.page()
                            .getByRole(
                                    AriaRole.LINK,
                                    new com.microsoft.playwright.Page.GetByRoleOptions()
                                            .setName("Als Excel herunterladen"))
                            .click());
            assertThat(download.suggestedFilename()).isEqualTo(agreement + ".xlsx");
        }
    }

    private EditedWorkbook download() throws IOException {
        menu();
        Download download = rita.page()
                .waitForDownload(() -> rita.grid()
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Herunterladen"))
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo(agreement + ".xlsx");
        try (InputStream file = download.createReadStream()) {
            return new EditedWorkbook(file.readAllBytes());
        }
    }

    private void upload(EditedWorkbook workbook) {
        file().setInputFiles(new FilePayload(
                "plan.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.save()));
    }

    private void menu() {
        if (rita.grid().locator("details[open]").count() == 0) {
            rita.grid()
                    .getByText("Excel", new Locator.GetByTextOptions().setExact(true))
                    .click();
        }
    }

    private Locator file() {
        return rita.page().locator("input[type=file]");
    }

    private Locator dialog() {
        return rita.page().locator("dialog.kg-preview");
    }

    private Locator part(String status) {
        return dialog().locator("tbody.kg-" + status);
    }

    private Locator conflict(String line) {
        return part("conflict").filter(new Locator.FilterOptions().setHasText(line));
    }

    /** Somebody, or another tab, changes a plan. */
    private void planElsewhere(String productGroup, String amount) {
        JsonNode line = line(productGroup);
        Visitor.program(port, "r1")
                .send(
                        "PATCH",
                        "/api/v1/agreements/" + agreement + "/lines/"
                                + line.get("id").asText(),
                        "{\"version\": %s, \"plan\": \"%s\"}".formatted(line.get("version"), amount));
    }
}
