package io.konsens.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rita plans a new agreement on its page: whatever she does, no script fails. */
@SalesTeamInBrowsers
abstract class RitasDesk {

    @LocalServerPort
    int port;

    @Autowired
    SalesTeam team;

    String agreement;
    Person rita;

    @BeforeEach
    void a_new_agreement() {
        agreement = team.newAgreement("R1");
    }

    @AfterEach
    void no_script_failed() {
        assertThat(rita.faults()).isEmpty();
        rita.close();
    }

    void open() {
        rita = visits("r1");
    }

    /** Somebody logs in and opens the agreement's page. */
    Person visits(String user) {
        Person person = Person.at(port).logIn(user, SalesTeam.PASSWORD);
        person.visit("/agreements/" + agreement);
        person.grid().locator(".kg-bar").waitFor();
        return person;
    }

    /** As the server has it. */
    JsonNode line(String productGroup) {
        for (JsonNode line : Visitor.program(port, "r1")
                .get("/api/v1/agreements/" + agreement)
                .json()
                .get("lines")) {
            if (line.get("productGroup").asText().equals(productGroup)) {
                return line;
            }
        }
        throw new AssertionError(productGroup);
    }
}
