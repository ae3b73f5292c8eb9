package io.konsens.notice;

import io.konsens.notice.persistence.MailMapper;
import io.konsens.notice.persistence.NoticeMapper;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was told what: all of it for process owners and administrators, to everybody else what they were told themselves. */
@Component
public class Outbox {

    private final NoticeMapper notices;
    private final MailMapper mails;
    private final Clock clock;

    Outbox(NoticeMapper notices, MailMapper mails, Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * What to look for; null does not narrow.
     *
     * @param recipient part of a login, in any case
     */
    public record Filter(
            @Nullable NoticeKind kind,
            @Nullable NoticeState state,
            @Nullable String recipient) {}

    public static boolean seesAll(Caller caller) {
        return caller.in(Groups.PROCESS_OWNER) || caller.in(Groups.ADMIN);
    }

    /** Newest first. */
    public List<Notice> list(Filter filter, int atMost, Caller caller) {
        return notices.list(filter, seesAll(caller) ? null : caller.userId(), atMost);
    }

    /**
     * Sends a mail again that failed, or of which nobody knows whether it arrived: the person who asks decides.
     *
     * @throws Refusal NOT_FOUND for others than process owners and administrators; CONFLICT if it is on its way or has
     *     arrived
     */
    @Transactional
    public void sendAgain(long mailId, Caller caller) {
        if (!seesAll(caller)) {
            throw Refusal.notFound();
        }
        if (mails.sendAgain(mailId, clock.instant()) == 0) {
            throw Refusal.conflict("outbox.notAgain");
        }
    }
}
