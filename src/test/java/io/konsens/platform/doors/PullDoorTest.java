package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Fetching from other systems, where none is configured. */
@DoorTest
class PullDoorTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"all", "orders", "nonsense"})
    void isForProcessOwnersOnly(String kind) {
        assertThat(Visitor.program(port, "r1")
                        .post("/api/v1/imports/" + kind + "/pull", "")
                        .status())
                .isEqualTo(403);
        assertThat(Visitor.unknown(port)
                        .post("/api/v1/imports/" + kind + "/pull", "")
                        .status())
                .isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "orders"})
    void saysThatThereIsNothingToFetchFrom(String kind) {
        var answer = Visitor.program(port, "owner").post("/api/v1/imports/" + kind + "/pull?mode=commit", "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asText())
                .contains("not configured")
                .contains(kind);
    }

    @Test
    void isNotOnThePage() {
        assertThat(Visitor.person(port, "owner").get("/imports").body())
                .contains("data-import=\"file\"")
                .doesNotContain("data-import=\"pull\"");
    }
}
