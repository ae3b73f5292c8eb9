package io.konsens.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The two holes of Camunda 7.24.0 that will not be mended in the community edition, and what looks like them. */
@DoorTest
class ClosedHolesTest {

    private static final String WEBAPP = "/camunda/api/engine/engine/default";
    private static final String REST = "/engine-rest";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    /** CVE-2026-109432. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orQueries':[{'assigneeExpression':'${1+1}'}]}",
                "{'assigneeExpression':'${1+1}'}",
                "{'orQueries':[{'assignee\\u0045xpression':'${1+1}'}]}",
                "{'orQueries':[{'\\u0061ssignee\\u0045\\u0078pression':'${1+1}'}]}",
                "{'orQueries':[{'orQueries':[{'orQueries':[{'candidateGroupsExpression':'${1+1}'}]}]}]}",
                "{'name':'x','a':[[[{'b':{'dueBeforeExpression':'${now()}'}}]]]}",
                "{'orQueries':[{'followUpBeforeOrNotExistentEXPRESSION':'${1+1}'}]}",
                "{'orQueries':[{'ownerExpression ':'${1+1}'}]}",
                "{'a':1}{'assigneeExpression':'${1+1}'}",
                "{'orQueries':[{'assigneeExpression':'${1+1}'}]",
                "\uFEFF{'orQueries':[{'assigneeExpression':'${1+1}'}]}",
            })
    void an_expression_in_a_query_is_refused_on_both_paths(String json) {
        String body = json.replace('\'', '"');
        Visitor program = Visitor.program(port, "r1");
        Visitor person = Visitor.inTasklist(port, "r1");

        for (String path : new String[] {"/task", "/task/count", "/history/task", "/filter/any/list"}) {
            assertThat(program.post(REST + path, body).status()).as(path).isEqualTo(400);
            assertThat(person.post(WEBAPP + path, body).status()).as(path).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression=${1%2B1}",
                "name=x&candidateUserExpression=x",
                "assignee%45xpression=x",
                "%61ssigneeexpression=x",
                "assigneeExpression",
                "a;ownerExpression=x",
            })
    void an_expression_in_the_address_is_refused_on_both_paths(String query) {
        String sent = query.replace("{", "%7B").replace("}", "%7D");

        assertThat(Visitor.program(port, "r1").get(REST + "/task?" + sent).status())
                .isEqualTo(400);
        assertThat(Visitor.inTasklist(port, "r1").get(WEBAPP + "/task?" + sent).status())
                .isEqualTo(400);
    }

    /** However the path is written, it is the engine's door or no door at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%65ngine-rest/task",
                "/engine%2Drest/task",
                "//engine-rest/task",
                "/x/../engine-rest/task",
                "/./engine-rest/task",
                "/engine-rest;x=y/task",
                "/engine-rest/;/task",
                "/engine-rest/task;x=y",
                "/Engine-Rest/task",
                "/engine-rest/engine/default/task",
                "/%63amunda/api/engine/engine/default/task",
                "/camunda/%61pi/engine/engine/default/task",
                "/camunda;x/api/engine/engine/default/task",
                "/camunda/../camunda/api/engine/engine/default/task",
            })
    void a_path_in_disguise_lets_no_expression_through(String path) throws IOException {
        String answer = raw("POST", path, "r1", "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}");

        assertThat(answer).matches("HTTP/1.1 (302|400|401|403|404|405) (?s:.*)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%65ngine-rest/task",
                "/engine%2Drest/task",
                "//engine-rest/task",
                "/x/../engine-rest/task",
                "/engine-rest;x=y/task",
                "/Engine-Rest/task",
                "/%63amunda/api/engine/engine/default/task"
            })
    void a_path_in_disguise_opens_nothing_without_a_password(String path) throws IOException {
        assertThat(raw("GET", path, null, "")).matches("HTTP/1.1 (302|400|401|404) (?s:.*)");
    }

    /** Nobody, process owners and administrators included, stores one for others to run into. */
    @Test
    void an_expression_does_not_get_into_a_stored_filter() {
        String filter = """
                {"resourceType":"Task","name":"x","query":{"assigneeExpression":"${1+1}"},"properties":{}}
                """;

        assertThat(Visitor.program(port, "admin")
                        .post(REST + "/filter/create", filter)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_query_without_an_expression_is_answered() {
        assertThat(Visitor.program(port, "r1")
                        .post(REST + "/task", "{\"orQueries\":[{\"assignee\":\"r1\",\"name\":\"Expression\"}]}")
                        .status())
                .isEqualTo(200);
    }

    /** CVE-2026-77226: anonymous, as long as nobody is in the group of administrators. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup;x/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/x/../admin/setup/default/user/create",
                "/%63amunda/api/admin/setup/default/user/create",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/setup",
            })
    void nobody_sets_up_an_administrator(String path) throws IOException {
        identityService.deleteMembership("admin", "camunda-admin");
        try {
            String answer = raw("POST", path, null, """
                    {"profile":{"id":"mallory","firstName":"M","lastName":"M"},"credentials":{"password":"mallory"}}
                    """);

            assertThat(answer).matches("HTTP/1.1 (400|404) (?s:.*)");
            assertThat(raw("GET", path, null, "")).matches("HTTP/1.1 (400|404) (?s:.*)");
            assertThat(identityService.createUserQuery().userId("mallory").count())
                    .isZero();
        } finally {
            identityService.createMembership("admin", "camunda-admin");
        }
    }

    /** As it is, which a well-behaved client would not send. */
    private String raw(String method, String path, String user, String body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String login = user == null
                    ? ""
                    : "Authorization: Basic "
                            + Base64.getEncoder()
                                    .encodeToString((user + ":" + SalesTeam.PASSWORD).getBytes(StandardCharsets.UTF_8))
                            + "\r\n";
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n" + login + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
