package io.konsens.agreement.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.testing.Answer;
import io.konsens.testing.EditedWorkbook;
import io.konsens.testing.RemoteNegotiation;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What both sides settle in the talk can be noted in a workbook by either of them: only where they deviate, and all of it or
 * nothing. Rita plans 1000 for Alpha and 2000 for Beta; Max proposes 1200 and 2400 and maintains both.
 */
class AlignmentWorkbookTest extends WorkbookDesk {

    @BeforeEach
    void two_lines_are_left_for_the_talk() {
        new RemoteNegotiation(port, agreement.substring("/api/v1/agreements/".length()))
                .planned("r1", "1")
                .proposed("m1", "1.2", "The market grows")
                .answered("r1", "REJECT", "Not with that price")
                .proposed("m1", "1.2", "It still does")
                .answered("r1", "REJECT", "Still not");
        assertThat(rita.get(agreement).json().get("state").asText()).isEqualTo("ALIGNMENT");
    }

    @Test
    void either_side_notes_what_was_settled() {
        EditedWorkbook settled =
                workbook(rita).set("Alpha", "Agreed", "1,100.50").set("Beta", "Agreed", 2400);
        JsonNode rows = preview(rita, settled).get("rows");

        assertThat(rows.findValuesAsText("status")).containsExactly("CHANGE", "CHANGE");
        assertThat(rows.at("/0/fields/0/mine").asText()).isEqualTo("1100.50");
        assertThat(line("Beverages").get("agreed").isNull())
                .as("a preview changes nothing")
                .isTrue();
        assertThat(apply(rita, rows).status()).isEqualTo(200);
        assertThat(line("Beverages").get("agreed").asText()).isEqualTo("1100.50");
        assertThat(line("Produce").get("agreed").asText()).isEqualTo("2400.00");

        enter(max, workbook(max).set("Beta", "Agreed", null));
        assertThat(line("Produce").get("agreed").isNull()).isTrue();
    }

    @Test
    void both_at_once_meet_in_a_conflict_and_nothing_is_taken_over_unseen() {
        EditedWorkbook ritas = workbook(rita).set("Alpha", "Agreed", 1050).set("Beta", "Agreed", 2100);
        JsonNode seen = preview(rita, ritas).get("rows");
        enter(max, workbook(max).set("Beta", "Agreed", 2300));

        assertThat(apply(rita, seen).status()).isEqualTo(409);
        assertThat(line("Beverages").get("agreed").isNull())
                .as("all or nothing")
                .isTrue();
        assertThat(line("Produce").get("agreed").asText()).isEqualTo("2300.00");
        JsonNode rows = preview(rita, ritas).get("rows");
        assertThat(rows.findValuesAsText("status")).containsExactly("CHANGE", "CONFLICT");
        assertThat(rows.at("/1/fields/0/now").asText()).isEqualTo("2300.00");
        assertThat(rows.at("/1/fields/0/mine").asText()).isEqualTo("2100.00");
        assertThat(apply(rita, rows).status()).as("knowingly").isEqualTo(200);
        assertThat(line("Produce").get("agreed").asText()).isEqualTo("2100.00");
    }

    @Test
    void only_what_deviates_can_be_agreed_and_one_wrong_figure_is_refused_by_its_row() {
        EditedWorkbook file = workbook(max)
                .set("Alpha", "Agreed", -1)
                .set("Beta", "Agreed", 2200)
                .set("New customers", "Agreed", 7)
                .set("Contribution margin", "Agreed", 40);
        JsonNode rows = preview(max, file).get("rows");

        assertThat(rows.findValuesAsText("status"))
                .containsExactlyInAnyOrder("REFUSED", "REFUSED", "REFUSED", "CHANGE");
        assertThat(rows.findValuesAsText("message"))
                .anySatisfy(
                        message -> assertThat(message).startsWith("Alpha · Beverages: a target cannot be negative."))
                .anySatisfy(message -> assertThat(message).startsWith("New customers"))
                .anySatisfy(message -> assertThat(message).startsWith("Contribution margin"));
        assertThat(apply(max, rows).status()).as("the rest").isEqualTo(200);
        assertThat(line("Beverages").get("agreed").isNull()).isTrue();
        assertThat(line("Produce").get("agreed").asText()).isEqualTo("2200.00");
    }

    @Test
    void what_the_other_side_said_is_fixed() {
        EditedWorkbook file = workbook(rita)
                .set("Alpha", "Proposal", 1100)
                .set("Alpha", "Agreed", 1100)
                .set("Beta", "Plan", null);
        JsonNode rows = preview(rita, file).get("rows");

        assertThat(rows.findValuesAsText("status")).containsExactly("REFUSED", "REFUSED");
        assertThat(rows.findValuesAsText("field")).containsExactly("Proposal", "Plan");
        assertThat(rows.findValuesAsText("message"))
                .allSatisfy(message -> assertThat(message).startsWith("This figure is fixed."));
    }

    @Test
    void who_does_not_talk_may_not_note_what_was_agreed() {
        byte[] file = workbook(rita).set("Alpha", "Agreed", 1100).save();
        for (String reader : new String[] {"b", SalesTeam.OWNER}) {
            assertThat(Visitor.program(port, reader)
                            .upload(agreement + "/workbook", file)
                            .status())
                    .as(reader)
                    .isEqualTo(409);
        }
        for (String stranger : new String[] {"r2", "m2"}) {
            assertThat(Visitor.program(port, stranger)
                            .upload(agreement + "/workbook", file)
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    private void enter(Visitor visitor, EditedWorkbook workbook) {
        Answer answer = apply(visitor, preview(visitor, workbook).get("rows"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
