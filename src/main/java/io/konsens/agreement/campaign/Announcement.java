package io.konsens.agreement.campaign;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the team is told about a period: what, why, by when, and which rules apply. Plain text, paragraphs apart by an empty
 * line.
 *
 * @param publishedAt null while only process owners see it
 */
public record Announcement(
        String periodId,
        String textDe,
        String textEn,
        @Nullable Instant publishedAt) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("de") ? textDe : textEn;
    }
}
