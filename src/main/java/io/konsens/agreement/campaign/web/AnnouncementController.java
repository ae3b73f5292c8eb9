package io.konsens.agreement.campaign.web;

import io.konsens.agreement.campaign.Announcement;
import io.konsens.agreement.campaign.Announcements;
import io.konsens.platform.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the team is told about a period, for whoever is logged in. */
@RestController
@RequestMapping("/api/v1/periods/{periodId}/announcement")
class AnnouncementController {

    private final Announcements announcements;

    AnnouncementController(Announcements announcements) {
        this.announcements = announcements;
    }

    /** @param text plain, in the caller's language */
    record AnnouncementView(String text, Instant publishedAt) {}

    /** 404 while nothing is published. */
    @GetMapping
    AnnouncementView published(@PathVariable String periodId, Locale locale) {
        Announcement published = announcements.published(periodId).orElseThrow(Refusal::notFound);
        return new AnnouncementView(published.in(locale), Objects.requireNonNull(published.publishedAt()));
    }
}
