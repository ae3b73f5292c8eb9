package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.planning.imports.ImportKind;
import io.konsens.testing.Answer;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What changed among people is shown to process owners, and moved by them alone. */
@DoorTest
class StaffingDoorTest {

    private static final String HEADER =
            "employee_id,name,email,role,manager_id,org_unit,seniority,entry_date,exit_date\n";

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    private String agreementId;
    private String period;

    @BeforeEach
    void ritaGetsAnotherManagerAndLeavesInSummer() {
        agreementId = team.newAgreement("R1");
        period = "/api/v1/periods/" + agreementId.replace("-R1", "");
        team.load(
                ImportKind.EMPLOYEES, HEADER + "R1,Rita Reich,r1@example.org,rep,M2,Sales South,senior,,2026-06-30\n");
    }

    @AfterEach
    void nothingOfThat() {
        team.load(ImportKind.EMPLOYEES, HEADER + "R1,Rita Reich,r1@example.org,rep,M1,Sales North,senior,,\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "m1", "m2", "b"})
    void for_nobody_but_process_owners(String user) {
        Visitor visitor = Visitor.program(port, user);

        assertThat(visitor.get(period + "/manager-changes").status()).isEqualTo(403);
        assertThat(visitor.get(period + "/span-changes").status()).isEqualTo(403);
        assertThat(reassign(visitor, "I want it").status()).isEqualTo(403);
        assertThat(Visitor.person(port, user).get("/campaign/staffing").status())
                .isEqualTo(403);
    }

    @Test
    void at_our_api() {
        Visitor owner = Visitor.program(port, SalesTeam.OWNER);
        JsonNode change = owner.get(period + "/manager-changes").json().get(0);
        JsonNode span = owner.get(period + "/span-changes").json().get(0);

        assertThat(change.get("agreementId").asText()).isEqualTo(agreementId);
        assertThat(change.get("oldManagerId").asText()).isEqualTo("M1");
        assertThat(change.get("newManagerId").asText()).isEqualTo("M2");
        assertThat(span.get("worksLast").asText()).isEqualTo("2026-06-30");
        assertThat(reassign(owner, "").status()).isEqualTo(422);
        assertThat(reassign(owner, "The regions merge").body()).isEqualTo("[]");
        assertThat(reassign(owner, "Once more").status()).isEqualTo(409);
        assertThat(Visitor.program(port, "m2")
                        .get("/api/v1/agreements/" + agreementId)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void on_the_page() {
        Visitor owner = Visitor.person(port, SalesTeam.OWNER);
        String page = "/campaign/staffing?period=" + agreementId.replace("-R1", "");

        assertThat(owner.get(page).body())
                .contains("Rita Reich", "Max Meier", "Mia Moll", "Jan 1, 2026 – Jun 30, 2026")
                .doesNotContain("??");
        assertThat(owner.with("Accept-Language", "de").get(page).body())
                .contains("Neue Führungskräfte")
                .doesNotContain("??");
        assertThat(owner.form(
                                "/campaign/staffing/reassign",
                                Map.of(
                                        "period",
                                        agreementId.replace("-R1", ""),
                                        "agreement",
                                        agreementId,
                                        "reason",
                                        "The regions merge"))
                        .status())
                .isEqualTo(302);
        assertThat(owner.with("Accept-Language", "en").get(page).body())
                .contains("Every open agreement is led by the rep&#39;s present manager.");
    }

    @Test
    void who_is_there_for_half_a_year_sees_so_at_the_api_and_on_the_page() {
        String half = team.newAgreement("R1");
        JsonNode agreement =
                Visitor.program(port, "r1").get("/api/v1/agreements/" + half).json();

        assertThat(agreement.get("proration").get("lastDay").asText()).isEqualTo("2026-06-30");
        assertThat(agreement.get("proration").get("part").asInt()).isEqualTo(6);
        assertThat(agreement.get("lines").get(0).get("baseline").asText()).isEqualTo("500.00");
        assertThat(Visitor.person(port, "r1").get("/agreements/" + half).body())
                .contains("Jan 1, 2026 to Jun 30, 2026: 6 of 12 months")
                .doesNotContain("??");
        assertThat(Visitor.program(port, SalesTeam.OWNER)
                        .get("/api/v1/agreements/" + agreementId)
                        .json()
                        .get("proration")
                        .isNull())
                .isTrue();
        assertThat(Visitor.person(port, SalesTeam.OWNER)
                        .get("/campaign/preview?period=" + half.replace("-R1", ""))
                        .body())
                .doesNotContain("??");
    }

    @Test
    void accounts_are_listed_and_moved_by_process_owners_only() {
        team.load(ImportKind.ACCOUNTS, "account_id,name,segment,country,owner_id\nA1,Alpha,,,R2\n");
        String move = "{\"accountIds\":[\"A1\"],\"reason\":\"Ralf knows Alpha\"}";
        Visitor owner = Visitor.program(port, SalesTeam.OWNER);
        try {
            assertThat(Visitor.program(port, "r2")
                            .get(period + "/account-coverage")
                            .status())
                    .isEqualTo(403);
            assertThat(Visitor.program(port, "r2")
                            .post(period + "/account-coverage/move", move)
                            .status())
                    .isEqualTo(403);
            assertThat(owner.get(period + "/account-coverage").each("remedy")).containsExactly("MOVE");
            assertThat(Visitor.person(port, SalesTeam.OWNER)
                            .get("/campaign/staffing?period=" + agreementId.replace("-R1", ""))
                            .body())
                    .contains("Alpha", "by the former owner")
                    .doesNotContain("??");
            assertThat(owner.post(period + "/account-coverage/move", move).body())
                    .isEqualTo("[]");
            assertThat(Visitor.person(port, "r1")
                            .get("/agreements/" + agreementId)
                            .body())
                    .contains("Lines somebody else plans now", "moved to another agreement")
                    .doesNotContain("??");
            assertThat(owner.get("/api/v1/agreements/" + agreementId.replace("-R1", "-R2"))
                            .each("accountId"))
                    .contains("A1");
        } finally {
            team.load(ImportKind.ACCOUNTS, "account_id,name,segment,country,owner_id\nA1,Alpha,,,R1\n");
        }
    }

    private Answer reassign(Visitor visitor, String reason) {
        return visitor.post(
                period + "/manager-changes/reassign",
                "{\"agreementIds\":[\"" + agreementId + "\"],\"reason\":\"" + reason + "\"}");
    }
}
