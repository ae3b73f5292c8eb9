package io.konsens.agreement.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.konsens.platform.doors.DoorTest;
import io.konsens.testing.Answer;
import io.konsens.testing.EditedWorkbook;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rita, who plans, and Max, her manager, each with workbooks of one new agreement. */
@DoorTest
abstract class WorkbookDesk {

    @LocalServerPort
    int port;

    @Autowired
    SalesTeam team;

    String agreement;
    Visitor rita;
    Visitor max;

    @BeforeEach
    void agreement() {
        agreement = "/api/v1/agreements/" + team.newAgreement("R1");
        rita = Visitor.program(port, "r1");
        max = Visitor.program(port, "m1");
    }

    EditedWorkbook workbook(Visitor visitor) {
        return new EditedWorkbook(visitor.download(agreement + "/workbook"));
    }

    JsonNode preview(Visitor visitor, EditedWorkbook workbook) {
        Answer answer = visitor.upload(agreement + "/workbook", workbook.save());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Takes all of these rows that are not refused. */
    Answer apply(Visitor visitor, JsonNode rows) {
        ArrayNode changes = new ObjectMapper().createArrayNode();
        rows.forEach(row -> {
            if (!row.get("change").isNull()) {
                changes.add(row.get("change"));
            }
        });
        return visitor.post(agreement + "/lines", changes.toString());
    }

    static String refusal(Answer answer) {
        return answer.status() == 200
                ? ""
                : answer.json().at("/errors/0/message").asText();
    }

    void plan(String productGroup, String amount, String comment) {
        JsonNode line = line(productGroup);
        assertThat(rita.send(
                                "PATCH",
                                agreement + "/lines/" + line.get("id").asText(),
                                "{\"version\": %s, \"plan\": \"%s\", \"comment\": %s}"
                                        .formatted(
                                                line.get("version"),
                                                amount,
                                                comment == null ? "null" : "\"" + comment + "\""))
                        .status())
                .isEqualTo(200);
    }

    JsonNode plan(String productGroup) {
        return line(productGroup).get("plan");
    }

    JsonNode line(String productGroup) {
        for (JsonNode line : rita.get(agreement).json().get("lines")) {
            if (line.get("productGroup").asText().equals(productGroup)) {
                return line;
            }
        }
        throw new AssertionError(productGroup);
    }
}
