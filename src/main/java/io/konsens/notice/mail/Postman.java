package io.konsens.notice.mail;

import io.konsens.calendar.OfficeCalendars;
import io.konsens.notice.Recipients;
import io.konsens.notice.mail.MailServer.Delivery;
import io.konsens.notice.persistence.MailMapper;
import io.konsens.notice.persistence.MailMapper.Mail;
import io.konsens.platform.KonsensProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings mails to the server, one by one. Each is marked as on its way in a transaction of its own before it leaves, so
 * that no other node takes it, and none sends it again after this one has died half-way.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));
    /** Longer than the time limits of one connection taken together. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(15);

    private final MailMapper mails;
    private final MailServer server;
    private final Recipients recipients;
    private final OfficeCalendars calendars;
    private final KonsensProperties properties;
    private final Clock clock;

    Postman(
            MailMapper mails,
            MailServer server,
            Recipients recipients,
            OfficeCalendars calendars,
            KonsensProperties properties,
            Clock clock) {
        this.mails = mails;
        this.server = server;
        this.recipients = recipients;
        this.calendars = calendars;
        this.properties = properties;
        this.clock = clock;
    }

    void sendAll() {
        if (!server.isOn()) {
            return;
        }
        mails.abandoned(clock.instant().minus(ON_ITS_WAY), "Interrupted while it was sent");
        for (Mail mail = mails.take(clock.instant()); mail != null; mail = mails.take(clock.instant())) {
            send(mail);
        }
    }

    private void send(Mail mail) {
        Instant now = clock.instant();
        Instant notBefore = notBefore(mail, now);
        if (notBefore.isAfter(now)) {
            mails.postpone(mail.mailId(), notBefore);
            return;
        }
        Delivery delivery = server.send(mail, Date.from(now));
        switch (delivery.outcome()) {
            case SENT -> mails.sent(mail.mailId(), clock.instant());
            case LATER -> later(mail, delivery, now);
            case REFUSED -> failed(mail, "FAILED", delivery, now);
            case UNCLEAR -> failed(mail, "UNCLEAR", delivery, now);
        }
    }

    private void later(Mail mail, Delivery delivery, Instant now) {
        if (mail.attempts() > WAITS.size()) {
            failed(mail, "FAILED", delivery, now);
            return;
        }
        log.warn("Mail {} is not sent yet: {}", mail.mailId(), delivery.error());
        Instant again = notBefore(mail, now.plus(WAITS.get(mail.attempts() - 1)));
        mails.notSent(mail.mailId(), "WAITING", delivery.error(), again);
    }

    private void failed(Mail mail, String state, Delivery delivery, Instant now) {
        log.error("Mail {} is {}: {}", mail.mailId(), state, delivery.error());
        mails.notSent(mail.mailId(), state, delivery.error(), now);
    }

    private Instant notBefore(Mail mail, Instant time) {
        return calendars.inForce(recipients.of(mail.recipient()).orgUnit()).notBefore(time, properties.zone());
    }
}
