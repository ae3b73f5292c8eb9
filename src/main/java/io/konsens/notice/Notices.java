package io.konsens.notice;

import io.konsens.calendar.OfficeCalendar;
import io.konsens.calendar.OfficeCalendars;
import io.konsens.notice.persistence.NoticeMapper;
import io.konsens.platform.KonsensProperties;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what people are to be told, in the transaction in which it happened. It waits here for the recipient's digest of
 * the day; what is urgent only for the end of their quiet hours.
 */
@Component
public class Notices {

    private final NoticeMapper mapper;
    private final Recipients recipients;
    private final OfficeCalendars calendars;
    private final NoticeProperties properties;
    private final KonsensProperties installation;
    private final Clock clock;

    Notices(
            NoticeMapper mapper,
            Recipients recipients,
            OfficeCalendars calendars,
            NoticeProperties properties,
            KonsensProperties installation,
            Clock clock) {
        this.mapper = mapper;
        this.recipients = recipients;
        this.calendars = calendars;
        this.properties = properties;
        this.installation = installation;
        this.clock = clock;
    }

    /** Nothing happens if this occasion has been told before. */
    @Transactional
    public void tell(NewNotice notice) {
        Recipient recipient = recipients.of(notice.recipient());
        Instant now = clock.instant();
        mapper.add(
                notice,
                notice.subject().in(recipient.language()),
                notice.text().in(recipient.language()),
                now,
                sendAfter(notice.kind(), calendars.inForce(recipient.orgUnit()), now));
    }

    /** This task is done, or somebody else's: what was to be said of it and is in no mail yet need not be said. */
    @Transactional
    public void settle(String taskId) {
        mapper.settle(taskId, clock.instant());
    }

    private Instant sendAfter(NoticeKind kind, OfficeCalendar calendar, Instant now) {
        return kind.isUrgent()
                ? calendar.notBefore(now.plus(properties.gather()), installation.zone())
                : calendar.next(properties.digestAt(), now, installation.zone());
    }
}
