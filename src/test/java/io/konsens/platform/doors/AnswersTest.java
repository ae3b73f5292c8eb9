package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.testing.Answer;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes wrong is said to people in their words, and tells nobody how we work inside. */
@DoorTest
class AnswersTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET   | /api/v1/agreements?state=NONSENSE           | ``                           | 400",
                "GET   | /api/v1/agreements/x%00y                    | ``                           | 400",
                "GET   | /api/v1/agreements?period=%00               | ``                           | 400",
                "GET   | /api/v1/nothing                             | ``                           | 404",
                "PUT   | /api/v1/agreements                          | {}                           | 405",
                "POST  | /api/v1/agreements/x/submit                 | {                            | 400",
                "POST  | /api/v1/agreements/x/submit                 | {\"comment\":\"a\\u0000b\"}  | 400",
                "POST  | /api/v1/agreements/x/submit                 | []                           | 400",
                "POST  | /api/v1/agreements/x/lines                  | not json                     | 400",
                "PATCH | /api/v1/agreements/x/lines/y                | {\"plan\":1e999}             | 422",
                "PUT   | /api/v1/periods/2033                        | {\"start\":\"yesterday\"}    | 400",
                "PUT   | /api/v1/periods/x%2Fy                       | {}                           | 400",
                "GET   | /engine-rest/task?name=%00                  | ``                           | 400",
                "GET   | /engine-rest/task/%00                       | ``                           | 400",
                "POST  | /engine-rest/task                           | {                            | 400",
                "POST  | /engine-rest/task                           | not json                     | 400",
                "POST  | /engine-rest/task                           | {\"name\":\"a\\u0000b\"}     | 400",
                "POST  | /engine-rest/task                           | {\"a\\u0000b\":1}            | 400",
                "POST  | /engine-rest/task/nothing/complete          | {}                           | 404",
                "GET   | /engine-rest/task/nothing                   | ``                           | 404",
                "GET   | /engine-rest/metrics                        | ``                           | 200",
                "GET   | /engine-rest/nothing                        | ``                           | 404",
                "GET   | /engine-rest/task?sortBy=nonsense&sortOrder=asc | ``                       | 400",
            })
    void what_cannot_be_done_is_said_without_telling_how_we_work(String method, String path, String body, int status) {
        Visitor owner = Visitor.program(port, SalesTeam.OWNER);
        Answer answer = body.isEmpty() ? owner.get(path) : owner.send(method, path, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        tellsNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/agreements/nothing", "/error", "/camunda/nothing", "/agreements/x%00y"})
    void pages_that_fail_tell_nothing_either(String page) {
        Answer answer = Visitor.person(port, "r1").with("Accept", "text/html").get(page);

        assertThat(answer.status()).isIn(400, 404);
        tellsNothing(answer);
    }

    @Test
    void problems_are_told_in_the_language_of_whoever_asks() {
        Visitor program = Visitor.program(port, "r1");

        Answer english = program.get("/api/v1/agreements/nothing");
        Answer german = program.with("Accept-Language", "de").get("/api/v1/agreements/nothing");

        assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(english.json().get("detail")).isNotEqualTo(german.json().get("detail"));
        assertThat(german.json().get("errors").get(0).get("message").asText()).contains("nicht");
    }

    @Test
    void a_request_that_is_refused_at_the_door_is_answered_as_a_problem_too() {
        Answer unknown = Visitor.unknown(port).get("/api/v1/agreements");
        Answer nul = Visitor.program(port, "r1").get("/api/v1/agreements?period=%00");

        assertThat(unknown.json().get("status").asInt()).isEqualTo(401);
        assertThat(nul.json().get("status").asInt()).isEqualTo(400);
    }

    private static void tellsNothing(Answer answer) {
        assertThat(answer.body())
                .doesNotContain("\tat ", "io.konsens", "org.springframework", "org.postgresql", "jakarta.", "java.")
                .doesNotContain("SQL", "Caused by", "NullPointer", "com.fasterxml", "Tomcat");
    }
}
