package io.konsens.agreement.campaign;

import io.konsens.agreement.campaign.persistence.AnnouncementMapper;
import io.konsens.notice.NewNotice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.Notices;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Localized;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The announcement of a campaign: generated from the rules in force, edited by process owners, then published. */
@Component
public class Announcements {

    private static final int LONGEST = 20_000;

    private final Periods periods;
    private final AnnouncementText text;
    private final AnnouncementMapper mapper;
    private final Organisation organisation;
    private final Notices notices;
    private final MessageSource messages;
    private final Clock clock;

    Announcements(
            Periods periods,
            AnnouncementText text,
            AnnouncementMapper mapper,
            Organisation organisation,
            Notices notices,
            MessageSource messages,
            Clock clock) {
        this.periods = periods;
        this.text = text;
        this.mapper = mapper;
        this.organisation = organisation;
        this.notices = notices;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What is kept, else a fresh draft.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners; NOT_FOUND without such a period
     */
    public Announcement edit(String periodId, Caller caller) {
        PlanningPeriod period = editable(periodId, caller);
        return Optional.ofNullable(mapper.announcement(periodId)).orElseGet(() -> draft(period));
    }

    /** A draft from the rules in force now, whatever is kept; see {@link #edit}. */
    public Announcement draft(String periodId, Caller caller) {
        return draft(editable(periodId, caller));
    }

    private Announcement draft(PlanningPeriod period) {
        return new Announcement(
                period.periodId(), text.write(period, Locale.GERMAN), text.write(period, Locale.ENGLISH), null);
    }

    /**
     * Keeps both texts, and shows them to the team if {@code publish}; what was published stays so. Those who plan or lead
     * are told once, with the words of the first time.
     *
     * @throws Refusal as {@link #edit}; INVALID if a text is empty or longer than 20,000 characters
     */
    @Transactional
    public void save(String periodId, String textDe, String textEn, boolean publish, Caller caller) {
        editable(periodId, caller);
        List<Problem> problems = new ArrayList<>();
        check("textDe", textDe, problems);
        check("textEn", textEn, problems);
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
        Instant now = clock.instant();
        @Nullable Instant published = publish ? now : null;
        Announcement announcement = new Announcement(periodId, textDe.strip(), textEn.strip(), published);
        mapper.save(announcement, caller.userId(), now);
        if (publish) {
            tellTeam(announcement);
        }
    }

    private void tellTeam(Announcement announcement) {
        Localized subject = language ->
                messages.getMessage("notice.ANNOUNCEMENT.subject", new Object[] {announcement.periodId()}, language);
        Stream.concat(organisation.planners().stream(), organisation.managers().stream())
                .map(Employee::login)
                .distinct()
                .forEach(login -> notices.tell(new NewNotice(
                        login,
                        NoticeKind.ANNOUNCEMENT,
                        NoticeKind.ANNOUNCEMENT + ":" + announcement.periodId() + ":" + login,
                        null,
                        null,
                        subject,
                        announcement::in,
                        "/campaign?period=" + announcement.periodId())));
    }

    /** What the team may read; empty while nothing is published. */
    public Optional<Announcement> published(String periodId) {
        return Optional.ofNullable(mapper.announcement(periodId)).filter(one -> one.publishedAt() != null);
    }

    /** The published announcements of periods that have not ended, newest period first. */
    public List<Announcement> current() {
        return mapper.current(LocalDate.now(clock));
    }

    private PlanningPeriod editable(String periodId, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        return periods.period(periodId).orElseThrow(Refusal::notFound);
    }

    private static void check(String field, String text, List<Problem> problems) {
        if (text.isBlank()) {
            problems.add(new Problem(null, field, "announcement.empty"));
        } else if (text.length() > LONGEST) {
            problems.add(new Problem(null, field, "text.tooLong", LONGEST));
        }
    }
}
