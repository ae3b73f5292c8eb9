package io.konsens.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.konsens.notice.NoticeKind;
import io.konsens.notice.NoticeState;
import io.konsens.platform.Refusal;
import io.konsens.testing.SalesTeam;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail arrives once, whatever the server and the nodes do. */
class PostmanTest extends MailRules {

    @Test
    void a_server_that_is_down_is_tried_again_at_growing_intervals_and_the_mail_comes_once() throws IOException {
        sender.setPort(closedPort());
        due();
        look();
        assertThat(all()).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(NoticeState.WAITING);
            assertThat(notice.sendAfter())
                    .isBetween(at("2026-11-30T09:01"), at("2026-11-30T09:01").plusSeconds(9));
            assertThat(notice.error()).contains("Couldn't connect");
        });
        itIs("2026-11-30T09:02");
        look();
        assertThat(all().get(0).sendAfter()).isAfterOrEqualTo(at("2026-11-30T09:07"));
        assertThat(all().get(0).attempts()).isEqualTo(2);

        sender.setPort(MAILBOXES.getSmtp().getPort());
        itIs("2026-11-30T09:08");
        look();
        look();

        assertThat(MAILBOXES.getReceivedMessages()).hasSize(1);
        assertThat(states()).containsExactly(NoticeState.SENT);
    }

    @Test
    void after_six_attempts_it_is_given_up_and_shows_until_somebody_sends_it_again() throws IOException {
        sender.setPort(closedPort());
        due();
        for (int day : new int[] {1, 2, 3, 4, 7, 8}) {
            look();
            itIs("2026-12-0" + day + "T12:00");
        }
        look();
        assertThat(states()).containsExactly(NoticeState.FAILED);
        assertThat(all().get(0).attempts()).isEqualTo(6);
        long mail = all().get(0).mailId();
        assertThatThrownBy(() -> outbox.sendAgain(mail, team.caller("r1"))).isInstanceOf(Refusal.class);

        sender.setPort(MAILBOXES.getSmtp().getPort());
        outbox.sendAgain(mail, team.caller(SalesTeam.OWNER));
        look();

        assertThat(states()).containsExactly(NoticeState.SENT);
        assertThatThrownBy(() -> outbox.sendAgain(mail, team.caller(SalesTeam.OWNER)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource({
        "MAIL, 421 too busy,         WAITING",
        "RCPT, 450 mailbox busy,     WAITING",
        "RCPT, 550 no such mailbox,  FAILED",
        ".,    452 no space left,    WAITING",
        ".,    554 we do not like it, FAILED",
        "EHLO, '',                   WAITING",
        ".,    '',                   UNCLEAR",
        ".,    bye,                  UNCLEAR",
    })
    void what_the_server_answers_decides(String command, String answer, NoticeState state) throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of(command, answer))) {
            sender.setPort(server.port());
            due();
            look();
            look();

            assertThat(states()).containsExactly(state);
            assertThat(all().get(0).error()).isNotBlank();
            assertThat(server.messages()).isEqualTo(command.equals(".") ? 1 : 0);
        }
    }

    /** It may have arrived: only a person may decide to risk it arriving twice. */
    @ParameterizedTest
    @ValueSource(strings = {"", "bye"})
    void a_mail_of_which_nobody_knows_whether_it_arrived_is_never_sent_again_by_itself(String answer)
            throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of(".", answer))) {
            sender.setPort(server.port());
            due();
            for (String time : new String[] {"2026-11-30T12:00", "2026-12-01T12:00", "2026-12-02T12:00"}) {
                look();
                itIs(time);
            }

            assertThat(server.messages()).isEqualTo(1);
            assertThat(states()).containsExactly(NoticeState.UNCLEAR);
        }
    }

    @Test
    void a_node_that_dies_while_it_sends_leaves_a_mail_that_is_unclear() {
        due();
        digests.write();
        jdbc.update("update konsens.notice_mail set state = 'SENDING', attempts = 1");
        itIs("2026-11-30T09:10");
        look();
        assertThat(states()).as("another node may be at it").containsExactly(NoticeState.SENDING);

        itIs("2026-11-30T09:16");
        look();

        assertThat(states()).containsExactly(NoticeState.UNCLEAR);
        assertThat(MAILBOXES.getReceivedMessages()).isEmpty();
    }

    @Test
    void several_nodes_together_write_one_digest_for_each_and_send_each_once() throws Exception {
        for (String login : new String[] {"r1", "r2", "r3", "m1", "m2", "b"}) {
            for (int i = 0; i < 10; i++) {
                tell(login, NoticeKind.REMINDER, "Step " + i);
            }
        }
        itIs("2026-11-30T09:00");

        together(6, () -> {
            look();
            return null;
        });
        look();

        assertThat(recipients()).hasSize(6).doesNotHaveDuplicates();
        assertThat(states()).hasSize(60).containsOnly(NoticeState.SENT);
    }

    private static void together(int nodes, Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                all.add(threads.submit(work));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void due() {
        tell("r1", NoticeKind.REMINDER, "Ziele planen");
        itIs("2026-11-30T09:00");
    }
}
