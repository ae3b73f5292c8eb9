package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import io.konsens.testing.Answer;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One login, one session and one CSRF token for our pages, our API and the engine's web applications. */
@DoorTest
class LoginTest {

    private static final String PERIOD = """
            {"start":"2031-01-01","end":"2031-12-31","currency":"EUR","baselineFrom":"2030-01-01","baselineTo":"2030-12-31"}
            """;

    @LocalServerPort
    private int port;

    /** Whoever gives a wrong password is locked out for a moment, which no other test shall run into. */
    @BeforeEach
    void somebody_who_forgets_passwords(@Autowired Users users) {
        users.createIfMissing("oblivious", "Otto Oblivious", "", SalesTeam.PASSWORD, List.of(Groups.REP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/imports", "/campaign", "/agreements/any", "/what-does-not-exist"})
    void pages_lead_whoever_is_unknown_to_the_login(String page) {
        Answer answer = Visitor.unknown(port).get(page);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agreements",
                "/api/v1/what-does-not-exist",
                "/v3/api-docs",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest",
                "/camunda/api/engine/engine/default/task"
            })
    void programs_are_told_to_log_in(String path) {
        assertThat(Visitor.unknown(port).get(path).status()).isEqualTo(401);
    }

    @Test
    void a_program_is_told_how_to_log_in_and_a_browser_is_not_lest_it_keeps_the_password() {
        assertThat(Visitor.unknown(port).get("/api/v1/agreements").header("WWW-Authenticate"))
                .startsWith("Basic");
        assertThat(Visitor.unknown(port)
                        .with("Sec-Fetch-Mode", "cors")
                        .get("/api/v1/agreements")
                        .header("WWW-Authenticate"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/agreements", "/engine-rest/task", "/v3/api-docs"})
    void a_password_with_every_request_needs_no_session_and_leaves_none(String path) {
        Visitor program = Visitor.program(port, "r1");

        assertThat(program.get(path).status()).isEqualTo(200);
        assertThat(program.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void a_wrong_password_opens_nothing() {
        Visitor program = Visitor.unknown(port).with("Authorization", "Basic b2JsaXZpb3VzOndyb25n");

        assertThat(program.get("/api/v1/agreements").status()).isEqualTo(401);
        assertThat(program.get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void whoever_logs_in_on_our_page_is_logged_in_to_the_task_list_and_the_api() {
        Visitor person = Visitor.person(port, "r1");

        assertThat(person.get("/").status()).isEqualTo(200);
        assertThat(person.get("/api/v1/agreements").status()).isEqualTo(200);
        assertThat(person.get("/camunda/api/admin/auth/user/default").json().get("userId"))
                .hasToString("\"r1\"");
        assertThat(person.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(200);
    }

    @Test
    void whoever_logs_in_to_the_task_list_is_logged_in_to_our_pages_and_the_api() {
        Visitor person = Visitor.inTasklist(port, "r1");

        assertThat(person.get("/").status()).isEqualTo(200);
        assertThat(person.get("/api/v1/agreements").status()).isEqualTo(200);
    }

    @Test
    void the_session_of_a_browser_is_worth_nothing_at_the_door_for_programs() {
        assertThat(Visitor.person(port, "r1").get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_is_said_on_the_page_without_saying_which_part_was_wrong() {
        Visitor visitor = Visitor.unknown(port);

        Answer wrongPassword = visitor.logIn("oblivious", "wrong", "/");
        Answer wrongUser = visitor.logIn("nobody", "wrong", "/");

        assertThat(wrongPassword.status()).isEqualTo(200);
        assertThat(wrongPassword.body()).contains("role=\"alert\"");
        assertThat(withoutToken(wrongUser).replace("nobody", "oblivious")).isEqualTo(withoutToken(wrongPassword));
        assertThat(visitor.get("/").status()).isEqualTo(302);
    }

    @Test
    void a_name_is_shown_again_as_text_not_as_html() {
        Answer answer = Visitor.unknown(port).logIn("\"><script>", "x", "/");

        assertThat(answer.body()).doesNotContain("<script>");
    }

    @Test
    void a_login_changes_the_session_id_so_that_a_prepared_one_is_worth_nothing() {
        Visitor visitor = Visitor.unknown(port);
        visitor.get("/login");
        String prepared = visitor.cookie("JSESSIONID").orElseThrow();

        visitor.logIn("r1", SalesTeam.PASSWORD, "/");

        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(visitor.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(prepared);
        assertThat(Visitor.unknown(port)
                        .with("Cookie", "JSESSIONID=" + prepared)
                        .get("/")
                        .status())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "/campaign, /campaign",
        "/agreements/2027-R1?lang=de, /agreements/2027-R1?lang=de",
        "https://evil.example, /",
        "//evil.example, /",
        "/\\evil.example, /",
        "'/\t/evil.example', /",
        "evil.example, /",
        "javascript:alert(1), /",
        "'', /"
    })
    void the_login_leads_on_to_a_page_of_ours_only(String next, String led) {
        Answer answer = Visitor.unknown(port).logIn("r1", SalesTeam.PASSWORD, next);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isIn(led, "http://localhost:" + port + led);
    }

    @Test
    void a_session_writes_with_the_token_of_the_task_list_only() {
        for (Visitor owner :
                new Visitor[] {Visitor.person(port, SalesTeam.OWNER), Visitor.inTasklist(port, SalesTeam.OWNER)}) {
            assertThat(owner.send("PUT", "/api/v1/periods/2031", PERIOD).status())
                    .isBetween(200, 204);
            assertThat(owner.with("X-XSRF-TOKEN", "guessed")
                            .send("PUT", "/api/v1/periods/2031", PERIOD)
                            .status())
                    .isEqualTo(403);
            assertThat(owner.without("X-XSRF-TOKEN")
                            .send("PUT", "/api/v1/periods/2031", PERIOD)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_password_with_the_request_needs_no_token() {
        assertThat(Visitor.program(port, SalesTeam.OWNER)
                        .send("PUT", "/api/v1/periods/2031", PERIOD)
                        .status())
                .isBetween(200, 204);
    }

    /** A header that only looks like a password must not let a session write without its token. */
    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Bearer x", "x"})
    void a_session_does_not_escape_its_token_by_an_empty_password(String authorization) {
        Answer answer = Visitor.person(port, SalesTeam.OWNER)
                .without("X-XSRF-TOKEN")
                .with("Authorization", authorization)
                .send("PUT", "/api/v1/periods/2032", PERIOD);

        assertThat(answer.status()).isIn(401, 403);
    }

    @Test
    void who_loses_a_right_loses_it_soon_logged_in_or_not(
            @Autowired Users users, @Autowired IdentityService identityService) throws InterruptedException {
        users.createIfMissing("leaver", "Lea Leaver", "", SalesTeam.PASSWORD, List.of(Groups.FINANCE));
        Visitor leaver = Visitor.person(port, "leaver");
        assertThat(leaver.get("/api/v1/agreements").status()).isEqualTo(200);

        identityService.deleteMembership("leaver", Groups.FINANCE);
        TimeUnit.SECONDS.sleep(1);

        assertThat(leaver.get("/api/v1/agreements").status()).isEqualTo(404);
    }

    @Test
    void logging_out_ends_the_session_everywhere() {
        Visitor person = Visitor.person(port, "r1");

        assertThat(person.post("/logout", "").status()).isEqualTo(302);

        assertThat(person.get("/").status()).isEqualTo(302);
        assertThat(person.get("/api/v1/agreements").status()).isEqualTo(401);
        assertThat(person.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(401);
    }

    @Test
    void the_session_cookie_is_out_of_reach_for_scripts_and_foreign_pages() {
        Answer page = Visitor.unknown(port).get("/login");

        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("JSESSIONID=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    private static String withoutToken(Answer page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
