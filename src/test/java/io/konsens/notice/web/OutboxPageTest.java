package io.konsens.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.notice.NewNotice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.Notices;
import io.konsens.platform.doors.DoorTest;
import io.konsens.testing.Answer;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people see of the messages; who may see which. */
@DoorTest
@SuppressWarnings("NullAway.Init")
class OutboxPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void two_people_are_told() {
        tell("r1", NoticeKind.REMINDER, "Plan, Rita");
        tell("m1", NoticeKind.ESCALATION, "=Rita does not plan");
    }

    @AfterEach
    void forget() {
        jdbc.update("delete from konsens.notice");
        jdbc.update("delete from konsens.notice_mail");
    }

    @Test
    void everybody_sees_their_own_and_process_owners_and_administrators_everybodys() {
        assertThat(outbox("r1").body()).contains("Plan, Rita").doesNotContain("does not plan");
        assertThat(outbox("m1").body()).contains("does not plan").doesNotContain("Plan, Rita");
        for (String user : new String[] {SalesTeam.OWNER, "admin"}) {
            assertThat(outbox(user).body()).contains("Plan, Rita", "does not plan");
        }
        assertThat(outbox("m2").body()).contains("No messages yet");
    }

    @Test
    void it_asks_who_one_is() {
        assertThat(Visitor.unknown(port).get("/outbox").body()).doesNotContain("Plan, Rita");
        assertThat(Visitor.unknown(port).get("/outbox.csv").body()).doesNotContain("Plan, Rita");
    }

    @Test
    void a_filter_narrows_and_says_so_when_nothing_is_left() {
        Visitor owner = Visitor.program(port, SalesTeam.OWNER);

        assertThat(owner.get("/outbox?kind=ESCALATION").body())
                .contains("does not plan")
                .doesNotContain("Plan, Rita");
        assertThat(owner.get("/outbox?recipient=R1&state=WAITING").body())
                .contains("Plan, Rita")
                .doesNotContain("does not plan");
        assertThat(owner.get("/outbox?state=SENT").body()).contains("No message matches this filter");
        assertThat(owner.get("/outbox?kind=NONSENSE").status()).isEqualTo(400);
    }

    @Test
    void nobody_looks_into_anothers_messages_by_filtering() {
        assertThat(Visitor.program(port, "r1").get("/outbox?recipient=m1").body())
                .doesNotContain("does not plan");
    }

    @Test
    void the_same_as_a_file_for_a_spreadsheet() {
        String file = Visitor.program(port, SalesTeam.OWNER).get("/outbox.csv").body();

        assertThat(file.lines().toList()).hasSize(3);
        assertThat(file).contains(",r1,REMINDER,,\"Plan, Rita\"").contains(",m1,ESCALATION,,'=Rita does not plan");
        assertThat(Visitor.program(port, "r1").get("/outbox.csv").body().lines().toList())
                .hasSize(2);
    }

    @Test
    void only_those_who_see_everything_send_again() {
        long mail = failedMail();

        assertThat(again("r1", mail).status()).isEqualTo(404);
        assertThat(state(mail)).isEqualTo("FAILED");
        assertThat(again(SalesTeam.OWNER, mail).status()).isEqualTo(302);
        assertThat(state(mail)).isEqualTo("WAITING");
    }

    private long failedMail() {
        return jdbc.queryForObject("""
                insert into konsens.notice_mail (recipient, email, subject, text, html, state, created_at, next_attempt, attempts)
                values ('r1', 'r1@example.org', '', '', '', 'FAILED', now(), now(), 6) returning mail_id""", Long.class);
    }

    private String state(long mail) {
        return jdbc.queryForObject("select state from konsens.notice_mail where mail_id = ?", String.class, mail);
    }

    private Answer again(String user, long mail) {
        return Visitor.program(port, user).form("/outbox/mails/" + mail + "/again", Map.of());
    }

    private Answer outbox(String user) {
        Answer answer = Visitor.program(port, user).get("/outbox");
        assertThat(answer.status()).as(user + ": " + answer.body()).isEqualTo(200);
        return answer;
    }

    private void tell(String login, NoticeKind kind, String subject) {
        notices.tell(new NewNotice(
                login, kind, "page " + login, null, null, language -> subject, language -> "Text", "/campaign"));
    }
}
