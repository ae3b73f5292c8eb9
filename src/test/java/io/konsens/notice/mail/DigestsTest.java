package io.konsens.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.konsens.notice.NewNotice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.NoticeState;
import io.konsens.testing.SalesTeam;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are told in one mail a day, and never at night; Monday is 2026-11-30. */
class DigestsTest extends MailRules {

    @Test
    void all_a_person_is_to_be_told_goes_into_one_mail_at_the_hour_of_the_digest() throws Exception {
        tell("r1", NoticeKind.REMINDER, "Ziele planen");
        tell("r1", NoticeKind.REMINDER, "Ziele bestätigen");
        tell("r1", NoticeKind.ANNOUNCEMENT, "Ziele 2027");
        tell("r2", NoticeKind.REMINDER, "Ziele planen");
        itIs("2026-11-30T08:59");
        look();
        assertThat(MAILBOXES.getReceivedMessages()).isEmpty();

        itIs("2026-11-30T09:00");
        look();

        assertThat(recipients()).containsExactlyInAnyOrder("r1@example.org", "r2@example.org");
        MimeMessage mail = to("r1@example.org");
        assertThat(mail.getSubject()).isEqualTo("Konsens: 3 Hinweise");
        assertThat(mail.getFrom()[0]).hasToString("Konsens <konsens@example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        for (String part : parts(mail)) {
            assertThat(part)
                    .contains("Guten Tag, Rita Reich", "Ziele planen", "Ziele bestätigen", "Ziele 2027")
                    .contains("https://konsens.example.org/task/1", "https://konsens.example.org/outbox");
        }
        assertThat(states()).containsOnly(NoticeState.SENT);
    }

    @Test
    void there_is_no_second_digest_on_the_same_day() {
        tell("r1", NoticeKind.REMINDER, "first");
        itIs("2026-11-30T09:00");
        look();
        tell("r1", NoticeKind.REMINDER, "second");
        itIs("2026-11-30T18:30");
        look();
        assertThat(MAILBOXES.getReceivedMessages()).hasSize(1);

        itIs("2026-12-01T09:00");
        look();

        assertThat(MAILBOXES.getReceivedMessages()).hasSize(2);
    }

    @Test
    void what_is_urgent_goes_out_soon_comes_first_and_takes_along_what_waits() throws Exception {
        itIs("2026-11-30T10:00");
        tell("m1", NoticeKind.REMINDER, "Planung prüfen");
        tell("m1", NoticeKind.ESCALATION, "Rita plant nicht");
        tell("m1", NoticeKind.ESCALATION, "Ralf plant nicht");
        look();
        assertThat(MAILBOXES.getReceivedMessages()).as("others may follow").isEmpty();

        itIs("2026-11-30T10:11");
        look();

        assertThat(to("m1@example.org").getSubject()).isEqualTo("Konsens: 3 Hinweise, 2 dringend");
        assertThat(parts(to("m1@example.org")))
                .allSatisfy(part ->
                        assertThat(part.indexOf("Ralf plant nicht")).isLessThan(part.indexOf("Planung prüfen")));
        itIs("2026-12-01T09:00");
        look();
        assertThat(MAILBOXES.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest(name = "urgent at {0}: sent at {1}")
    @CsvSource({
        "2026-11-30T20:00, 2026-12-01T07:00",
        "2026-11-27T18:55, 2026-11-30T07:00",
        "2026-12-24T22:00, 2026-12-28T07:00",
        "2027-03-26T10:00, 2027-03-30T07:00",
    })
    void nothing_is_sent_at_night_at_weekends_or_on_holidays_however_urgent(String told, String sent) {
        itIs(told);
        tell("m1", NoticeKind.ESCALATION, "Rita plant nicht");
        for (LocalDateTime at = LocalDateTime.parse(told);
                at.isBefore(LocalDateTime.parse(sent));
                at = at.plusHours(1)) {
            itIs(at.toString());
            look();
        }
        assertThat(MAILBOXES.getReceivedMessages()).isEmpty();

        itIs(sent);
        look();

        assertThat(MAILBOXES.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_node_that_was_down_and_comes_back_at_night_waits_for_the_morning() {
        tell("r1", NoticeKind.REMINDER, "Ziele planen");
        itIs("2026-12-05T03:00");
        look();
        assertThat(MAILBOXES.getReceivedMessages()).isEmpty();

        itIs("2026-12-07T07:00");
        look();

        assertThat(MAILBOXES.getReceivedMessages()).hasSize(1);
    }

    @Test
    void what_is_done_before_the_mail_leaves_is_not_mentioned() {
        tell("r1", NoticeKind.REMINDER, "Ziele planen");
        notices.settle("task1");
        itIs("2026-11-30T09:00");
        look();

        assertThat(MAILBOXES.getReceivedMessages()).isEmpty();
        assertThat(states()).containsExactly(NoticeState.SETTLED);
    }

    @Test
    void everybody_is_told_in_their_language() throws Exception {
        jdbc.update("update konsens.employee set language = 'en' where login = 'r2'");
        notices.tell(new NewNotice(
                "r2", NoticeKind.REMINDER, "x", null, null, language -> language.toString(), language -> "", "/"));
        itIs("2026-11-30T09:00");
        look();

        assertThat(to("r2@example.org").getSubject()).isEqualTo("en");
        assertThat(parts(to("r2@example.org")))
                .allSatisfy(part -> assertThat(part).contains("Hello Ralf Roth"));
        jdbc.update("update konsens.employee set language = null where login = 'r2'");
    }

    @Test
    void nobody_is_told_of_the_same_occasion_twice() {
        for (int i = 0; i < 2; i++) {
            notices.tell(new NewNotice(
                    "r1", NoticeKind.REMINDER, "same", null, null, language -> "Once", language -> "", "/"));
        }

        assertThat(states()).hasSize(1);
    }

    @Test
    void without_an_address_it_shows() {
        tell(SalesTeam.OWNER, NoticeKind.REMINDER, "Streitfall klären");
        itIs("2026-11-30T09:00");
        look();

        assertThat(all()).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(NoticeState.FAILED);
            assertThat(notice.error()).contains("Olga Owner");
        });
    }

    private static MimeMessage to(String address) throws Exception {
        for (MimeMessage mail : MAILBOXES.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                return mail;
            }
        }
        throw new AssertionError("No mail to " + address);
    }

    /** The plain text, and the HTML. */
    private static List<String> parts(MimeMessage mail) throws Exception {
        Multipart related =
                (Multipart) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
        Multipart alternative = (Multipart) related.getBodyPart(0).getContent();
        assertThat(alternative.getCount()).isEqualTo(2);
        return Stream.of(0, 1)
                .map(i -> {
                    try {
                        return alternative.getBodyPart(i).getContent().toString();
                    } catch (Exception e) {
                        throw new IllegalStateException(GreenMailUtil.getBody(mail), e);
                    }
                })
                .toList();
    }
}
