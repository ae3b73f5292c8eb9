package io.konsens.agreement.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.testing.EditedWorkbook;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A plan is taken along as a workbook, worked on offline, and brought back: what changes, what conflicts, what is refused. */
class WorkbookTest extends WorkbookDesk {

    @Test
    void what_comes_back_as_it_went_out_changes_nothing() {
        plan("Beverages", "1234.50", "=1+1 is a comment, no formula");
        EditedWorkbook workbook = workbook(rita);

        assertThat(workbook.get("Beta", "Comment")).isNull();
        assertThat(workbook.get("Alpha", "Comment")).isEqualTo("'=1+1 is a comment, no formula");
        JsonNode preview = preview(rita, workbook);
        assertThat(preview.get("rows")).isEmpty();
        assertThat(preview.get("unchanged").asInt()).isEqualTo(4);
    }

    @Test
    void figures_and_comments_come_back_and_are_kept_together() {
        EditedWorkbook workbook = workbook(rita)
                .set("Alpha", "Plan", new BigDecimal("1100.5"))
                .set("Beta", "Plan", "1.234,56")
                .set("Beta", "Comment", "They close a branch")
                .set("New customers", "Plan", 3);
        JsonNode rows = preview(rita, workbook).get("rows");

        assertThat(rows.findValuesAsText("status")).containsExactly("CHANGE", "CHANGE", "CHANGE");
        assertThat(rows.get(0).get("row").asInt()).isEqualTo(workbook.row("Alpha"));
        assertThat(rows.get(0).get("label").asText()).isEqualTo("Alpha · Beverages");
        assertThat(rows.get(0).at("/fields/0/name").asText()).isEqualTo("Plan");
        assertThat(rows.get(0).at("/fields/0/now").isNull()).isTrue();
        assertThat(rows.get(0).at("/fields/0/mine").asText()).isEqualTo("1100.50");
        assertThat(plan("Beverages").isNull()).as("a preview changes nothing").isTrue();

        assertThat(apply(rita, rows).status()).isEqualTo(200);
        assertThat(plan("Beverages").asText()).isEqualTo("1100.50");
        assertThat(plan("Produce").asText()).isEqualTo("1234.56");
        assertThat(line("Produce").get("planComment").asText()).isEqualTo("They close a branch");
        assertThat(rita.get(agreement).json().at("/lines/3/plan").asText()).isEqualTo("3");
        assertThat(preview(rita, workbook).get("rows"))
                .as("the same file once more")
                .isEmpty();
    }

    @Test
    void an_emptied_cell_is_no_input_any_more_and_zero_is_no_potential() {
        plan("Beverages", "1234.50", "Good");
        plan("Produce", "5.00", null);
        EditedWorkbook workbook = workbook(rita)
                .set("Alpha", "Plan", null)
                .set("Alpha", "Comment", null)
                .set("Beta", "Plan", 0);

        assertThat(apply(rita, preview(rita, workbook).get("rows")).status()).isEqualTo(200);
        assertThat(plan("Beverages").isNull()).isTrue();
        assertThat(line("Beverages").get("planComment").isNull()).isTrue();
        assertThat(plan("Produce").asText()).isEqualTo("0.00");
    }

    @Test
    void a_line_changed_meanwhile_is_a_conflict_with_both_values() {
        plan("Beverages", "1000.00", null);
        EditedWorkbook workbook = workbook(rita).set("Alpha", "Plan", 1200);
        plan("Beverages", "1300.00", null);
        plan("Produce", "2000.00", null);
        JsonNode rows = preview(rita, workbook).get("rows");

        assertThat(rows)
                .as("what was not touched in the file stays as it is now")
                .hasSize(1);
        assertThat(rows.at("/0/status").asText()).isEqualTo("CONFLICT");
        assertThat(rows.at("/0/fields/0/before").asText()).isEqualTo("1000.00");
        assertThat(rows.at("/0/fields/0/now").asText()).isEqualTo("1300.00");
        assertThat(rows.at("/0/fields/0/mine").asText()).isEqualTo("1200.00");
        assertThat(apply(rita, rows).status()).isEqualTo(200);
        assertThat(plan("Beverages").asText()).as("mine was chosen").isEqualTo("1200.00");
        assertThat(plan("Produce").asText()).isEqualTo("2000.00");
    }

    @Test
    void both_having_come_to_the_same_is_no_conflict() {
        EditedWorkbook workbook = workbook(rita).set("Alpha", "Plan", 1200);
        plan("Beverages", "1200.00", null);

        assertThat(preview(rita, workbook).get("rows")).isEmpty();
    }

    @Test
    void all_that_is_chosen_is_taken_or_nothing() {
        EditedWorkbook workbook = workbook(rita).set("Alpha", "Plan", 1200).set("Beta", "Plan", 2200);
        JsonNode rows = preview(rita, workbook).get("rows");
        plan("Produce", "2300.00", null);

        assertThat(apply(rita, rows).status()).isEqualTo(409);
        assertThat(plan("Beverages").isNull()).isTrue();
        assertThat(preview(rita, workbook).get("rows").findValuesAsText("status"))
                .containsExactly("CHANGE", "CONFLICT");
    }

    @Test
    void what_is_refused_names_row_field_and_remedy() {
        EditedWorkbook workbook = workbook(rita)
                .set("Alpha", "Plan", -5)
                .set("Beta", "Plan", new EditedWorkbook.Formatted(new BigDecimal("46143"), "dd.mm.yyyy"))
                .set("New customers", "Plan", "three")
                .set("Contribution margin", "Plan", 12);
        JsonNode rows = preview(rita, workbook).get("rows");

        assertThat(rows.findValuesAsText("status")).containsOnly("REFUSED").hasSize(4);
        assertThat(rows.findValuesAsText("row"))
                .contains(String.valueOf(workbook.row("Alpha")), String.valueOf(workbook.row("Beta")));
        assertThat(rows.findValuesAsText("field")).containsOnly("Plan");
        assertThat(rows.findValuesAsText("message"))
                .containsExactlyInAnyOrder(
                        "Alpha · Beverages: a target cannot be negative. Enter 0 if there is no potential.",
                        "Excel has made a date of what was typed. Format the cell as a number and enter the figure again.",
                        "“three” is not a number. Write for example 1,234.50.",
                        "Contribution margin: this figure is set by management.");
        assertThat(rows.get(0).get("change").isNull()).isTrue();
    }

    @Test
    void rows_that_are_no_line_of_ours_are_refused_and_missing_ones_change_nothing() {
        EditedWorkbook workbook = workbook(rita)
                .copyLine("Alpha")
                .addLine("Account", "Omega")
                .removeLine("Beta")
                .set("New customers", "Baseline", 99);
        JsonNode rows = preview(rita, workbook).get("rows");

        assertThat(rows.findValuesAsText("field")).containsExactly("Baseline", "Key", "Key");
        assertThat(rows.findValuesAsText("message").get(0)).startsWith("This figure is fixed.");
        assertThat(rows.findValuesAsText("message").get(1)).startsWith("This line is further up already.");
        assertThat(rows.findValuesAsText("message").get(2)).startsWith("This row belongs to no line");
    }

    @Test
    void a_plan_that_wants_a_reason_says_so_and_is_taken() {
        JsonNode rows = preview(rita, workbook(rita).set("Beta", "Plan", 9000)).get("rows");
        assertThat(rows.at("/0/status").asText()).isEqualTo("CHANGE");
        assertThat(rows.at("/0/lacksReason").asBoolean()).isTrue();

        JsonNode explained = preview(
                        rita, workbook(rita).set("Beta", "Plan", 9000).set("Beta", "Comment", "Signed"))
                .get("rows");
        assertThat(explained.at("/0/lacksReason").asBoolean()).isFalse();
    }

    @Test
    void what_is_not_yours_looks_like_nothing_and_what_is_not_your_turn_is_read_only() {
        byte[] file = rita.download(agreement + "/workbook");
        for (String other : List.of("r2", "m2")) {
            Visitor visitor = Visitor.program(port, other);
            assertThat(visitor.get(agreement + "/workbook").status()).as(other).isEqualTo(404);
            assertThat(visitor.upload(agreement + "/workbook", file).status())
                    .as(other)
                    .isEqualTo(404);
        }
        for (String reader : List.of("m1", "b", SalesTeam.OWNER)) {
            Visitor visitor = Visitor.program(port, reader);
            assertThat(visitor.get(agreement + "/workbook").status()).as(reader).isEqualTo(200);
            assertThat(visitor.upload(agreement + "/workbook", file).status())
                    .as(reader)
                    .isEqualTo(409);
        }
    }

    @Test
    void a_file_that_is_none_of_ours_is_refused() throws IOException {
        String another = "/api/v1/agreements/" + team.newAgreement("R1");
        assertThat(refusal(rita.upload(another + "/workbook", rita.download(agreement + "/workbook"))))
                .startsWith("This file belongs to agreement");
        assertThat(refusal(rita.upload(agreement + "/workbook", "a,b\n1,2\n".getBytes())))
                .startsWith("This file is no readable Excel workbook");
        assertThat(refusal(rita.upload(
                        agreement + "/workbook",
                        workbook(rita).set("Alpha", "Plan", 1).save().clone())))
                .isEmpty();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 60; i++) {
                zip.write(new byte[1_000_000]);
            }
        }
        assertThat(refusal(rita.upload(agreement + "/workbook", bomb.toByteArray())))
                .startsWith("This file is far larger than any plan.");
    }

    @Test
    void the_manager_proposes_and_the_rep_answers_in_a_workbook_too() {
        EditedWorkbook planned = workbook(rita)
                .set("Alpha", "Plan", 1000)
                .set("Beta", "Plan", 2000)
                .set("New customers", "Plan", 2);
        apply(rita, preview(rita, planned).get("rows"));
        assertThat(rita.post(agreement + "/submit", "{}").status()).isEqualTo(200);

        assertThat(refusal(rita.upload(agreement + "/workbook", planned.save())))
                .as("a file of an earlier step")
                .startsWith("This file is for planning, and the agreement is now at “Review”.");
        EditedWorkbook proposed = workbook(max)
                .set("Alpha", "Proposal", 1100)
                .set("Beta", "Proposal", 2500)
                .set("Beta", "Reason", "The market grows")
                .set("Contribution margin", "Proposal", new BigDecimal("31.5"));
        JsonNode rows = preview(max, proposed).get("rows");
        assertThat(rows.findValuesAsText("status")).containsExactly("REFUSED", "CHANGE", "CHANGE");
        assertThat(rows.at("/0/errors/0/field").asText()).isEqualTo("Reason");
        rows = preview(max, proposed.set("Alpha", "Reason", "So do we")).get("rows");
        assertThat(apply(max, rows).status()).isEqualTo(200);
        assertThat(max.post(agreement + "/submit", "{}").status()).isEqualTo(200);

        EditedWorkbook answered = workbook(rita)
                .set("Alpha", "Answer", "annehmen")
                .set("Beta", "Answer", "reject")
                .set("Beta", "Comment on the answer", "Not with that price");
        assertThat(apply(rita, preview(rita, answered).get("rows")).status()).isEqualTo(200);
        assertThat(line("Beverages").get("response").asText()).isEqualTo("ACCEPT");
        assertThat(line("Produce").get("response").asText()).isEqualTo("REJECT");
        assertThat(line("Produce").get("responseComment").asText()).isEqualTo("Not with that price");
        JsonNode wrong =
                preview(rita, workbook(rita).set("Alpha", "Answer", "perhaps")).get("rows");
        assertThat(wrong.at("/0/errors/0/message").asText())
                .isEqualTo("“perhaps” is no answer. Choose accept or reject.");
    }
}
