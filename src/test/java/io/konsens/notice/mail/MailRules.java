package io.konsens.notice.mail;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.konsens.notice.NewNotice;
import io.konsens.notice.Notice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.NoticeState;
import io.konsens.notice.Notices;
import io.konsens.notice.Outbox;
import io.konsens.platform.ShiftableClock;
import io.konsens.testing.SalesTeam;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An installation with mailboxes, and time that can be set; Monday is 2026-11-30. */
@MailRoom
@SuppressWarnings("NullAway.Init")
abstract class MailRules {

    @RegisterExtension
    static final GreenMailExtension MAILBOXES = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    Notices notices;

    @Autowired
    Digests digests;

    @Autowired
    Postman postman;

    @Autowired
    Outbox outbox;

    @Autowired
    SalesTeam team;

    @Autowired
    ShiftableClock clock;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcTemplate jdbc;

    int told;

    @BeforeEach
    void empty() {
        jdbc.update("delete from konsens.notice");
        jdbc.update("delete from konsens.notice_mail");
        sender.setPort(MAILBOXES.getSmtp().getPort());
        itIs("2026-11-30T08:00");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    void tell(String login, NoticeKind kind, String subject) {
        told++;
        notices.tell(new NewNotice(
                login,
                kind,
                "occasion " + told,
                null,
                "task1",
                language -> subject,
                language -> "Text of " + subject,
                "/task/1"));
    }

    void look() {
        digests.write();
        postman.sendAll();
    }

    void itIs(String time) {
        clock.set(at(time));
    }

    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }

    List<Notice> all() {
        return outbox.list(new Outbox.Filter(null, null, null), 1000, team.caller(SalesTeam.OWNER));
    }

    List<NoticeState> states() {
        return all().stream().map(Notice::state).toList();
    }

    static List<String> recipients() throws Exception {
        List<String> found = new ArrayList<>();
        for (MimeMessage mail : MAILBOXES.getReceivedMessages()) {
            found.add(mail.getAllRecipients()[0].toString());
        }
        return found;
    }
}
