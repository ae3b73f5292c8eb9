package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.testing.Answer;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever looks at an agreement hears what others do to it, without loading it anew. */
@DoorTest
class NewsTest {

    @LocalServerPort
    private int port;

    @Test
    void what_has_changed_since_is_told(@Autowired SalesTeam team) {
        String path = "/api/v1/agreements/" + team.newAgreement("R1");
        Visitor rep = Visitor.program(port, "r1");
        Visitor manager = Visitor.program(port, "m1");
        JsonNode seen = manager.get(path).json();
        assertThat(news(manager, path, seen.get("last").asLong()).get("lines")).isEmpty();

        JsonNode line = rep.get(path).json().get("lines").get(0);
        String lineId = line.get("id").asText();
        Answer changed = rep.send(
                "PATCH",
                path + "/lines/" + lineId,
                "{\"version\":" + line.get("version") + ",\"plan\":\"1234.50\",\"comment\":\"New market\"}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        JsonNode news = news(manager, path, seen.get("last").asLong());
        assertThat(news.get("state").asText()).isEqualTo("PLANNING");
        assertThat(news.get("lines")).hasSize(1);
        assertThat(news.get("lines").get(0)).isEqualTo(changed.json());
        assertThat(news(manager, path, news.get("last").asLong()).get("lines")).isEmpty();
    }

    private static JsonNode news(Visitor visitor, String path, long last) {
        Answer answer = visitor.get(path + "/news?after=" + last);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
