package io.konsens.agreement.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.doors.DoorTest;
import io.konsens.testing.Answer;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Notes on a line: left by rep and manager at any step, kept in the record, read by all who see the agreement. */
@DoorTest
class NotesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    private String agreement;
    private JsonNode line;

    @BeforeEach
    void agreement() {
        agreement = "/api/v1/agreements/" + team.newAgreement("R1");
        line = visitor("r1").get(agreement).json().at("/lines/0");
    }

    @Test
    void both_sides_leave_notes_whoevers_step_it_is() {
        assertThat(note("r1", "They open a second shop in May.").status()).isEqualTo(201);
        assertThat(note("m1", "  Then ask for a frame contract.\nI know the owner.  ")
                        .status())
                .isEqualTo(201);

        JsonNode notes = visitor("r1").get(notes()).json();
        assertThat(notes.get("mayAdd").asBoolean()).isTrue();
        assertThat(notes.findValuesAsText("name")).containsExactly("Rita Reich", "Max Meier");
        assertThat(notes.findValuesAsText("text"))
                .containsExactly(
                        "They open a second shop in May.", "Then ask for a frame contract.\nI know the owner.");
        assertThat(visitor("m1")
                        .get(agreement + "/guidance")
                        .json()
                        .at("/notes/" + line.get("id").asText())
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_note_is_part_of_the_record_and_changes_no_figure() {
        note("r1", "They open a second shop in May.");

        JsonNode events = visitor("m1").get(agreement + "/record").json().get("events");
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.get("type").asText()).isEqualTo("NOTED");
        assertThat(last.get("lineId")).isEqualTo(line.get("id"));
        assertThat(last.get("by").asText()).isEqualTo("r1");
        assertThat(last.get("reason").asText()).isEqualTo("They open a second shop in May.");
        assertThat(visitor("r1").get(agreement).json().at("/lines/0")).isEqualTo(line);
    }

    @Test
    void those_above_read_it_and_only_the_two_sides_write() {
        note("r1", "They open a second shop in May.");

        for (String reader : List.of("b", SalesTeam.OWNER)) {
            JsonNode seen = visitor(reader).get(notes()).json();
            assertThat(seen.get("notes")).as(reader).hasSize(1);
            assertThat(seen.get("mayAdd").asBoolean()).as(reader).isFalse();
            assertThat(note(reader, "Me too.").status()).as(reader).isEqualTo(403);
        }
    }

    @Test
    void what_is_not_yours_looks_like_nothing() {
        for (String other : List.of("r2", "m2")) {
            assertThat(visitor(other).get(notes()).status()).as(other).isEqualTo(404);
            assertThat(note(other, "Hello").status()).as(other).isEqualTo(404);
        }
        assertThat(visitor("r1").get(agreement + "/lines/none/notes").status()).isEqualTo(404);
        assertThat(visitor("r1")
                        .post(agreement + "/lines/none/notes", "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_note_says_something_and_not_too_much() {
        assertThat(note("r1", "  ").status()).isEqualTo(422);
        assertThat(note("r1", "x".repeat(4001)).status()).isEqualTo(422);
        assertThat(visitor("r1").post(notes(), "{}").status()).isEqualTo(422);
        assertThat(visitor("r1").get(notes()).json().get("notes")).isEmpty();
    }

    @Test
    void nothing_is_noted_once_the_negotiation_is_over() {
        note("r1", "They open a second shop in May.");
        assertThat(visitor(SalesTeam.OWNER)
                        .post(agreement + "/withdraw", "{\"reason\": \"Rita leaves\"}")
                        .status())
                .isEqualTo(200);

        assertThat(note("r1", "Good bye.").status()).isEqualTo(409);
        JsonNode seen = visitor("r1").get(notes()).json();
        assertThat(seen.get("mayAdd").asBoolean()).isFalse();
        assertThat(seen.get("notes")).hasSize(1);
    }

    private Answer note(String user, String text) {
        return visitor(user).post(notes(), "{\"text\": \"%s\"}".formatted(text.replace("\n", "\\n")));
    }

    private String notes() {
        return agreement + "/lines/" + line.get("id").asText() + "/notes";
    }

    private Visitor visitor(String user) {
        return Visitor.program(port, user);
    }
}
