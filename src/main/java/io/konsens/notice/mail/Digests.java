package io.konsens.notice.mail;

import io.konsens.calendar.OfficeCalendars;
import io.konsens.notice.Recipient;
import io.konsens.notice.Recipients;
import io.konsens.notice.persistence.MailMapper;
import io.konsens.notice.persistence.NoticeMapper;
import io.konsens.notice.persistence.NoticeMapper.Waiting;
import io.konsens.platform.KonsensProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts everything somebody is to be told into one mail, as soon as any of it is due: so there is one a day, and one more
 * where something is urgent, which takes along whatever else waits.
 */
@Component
class Digests {

    private final NoticeMapper notices;
    private final MailMapper mails;
    private final Recipients recipients;
    private final OfficeCalendars calendars;
    private final DigestText text;
    private final MailServer server;
    private final KonsensProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            NoticeMapper notices,
            MailMapper mails,
            Recipients recipients,
            OfficeCalendars calendars,
            DigestText text,
            MailServer server,
            KonsensProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.recipients = recipients;
        this.calendars = calendars;
        this.text = text;
        this.server = server;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One node writes at a time: two would each write half of somebody's digest. */
    void write() {
        for (String login : notices.due(clock.instant())) {
            transaction.executeWithoutResult(status -> {
                if (notices.lockDigests()) {
                    write(recipients.of(login));
                }
            });
        }
    }

    private void write(Recipient recipient) {
        Instant now = clock.instant();
        // What was due while no node was running may be found at night.
        Instant notBefore = calendars.inForce(recipient.orgUnit()).notBefore(now, properties.zone());
        if (notBefore.isAfter(now)) {
            notices.postpone(recipient.login(), notBefore);
            return;
        }
        List<Waiting> waiting = notices.take(recipient.login());
        if (waiting.isEmpty()) {
            return;
        }
        boolean noAddress = recipient.email().isBlank();
        long mailId = mails.add(
                recipient.login(),
                recipient.email(),
                text.subject(waiting, recipient),
                text.plain(waiting, recipient),
                text.html(waiting, recipient),
                !server.isOn() ? "KEPT" : noAddress ? "FAILED" : "WAITING",
                noAddress ? text.noAddress(recipient) : null,
                now);
        notices.mailed(waiting, mailId);
    }
}
