package io.konsens.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the outbox shows it.
 *
 * @param recipient login
 * @param sendAfter when it goes out at the earliest, by itself or with its mail's next attempt
 * @param mailId null until it is in a mail
 * @param attempts to send that mail
 * @param error of the last attempt; null if there was none
 */
public record Notice(
        long noticeId,
        String recipient,
        NoticeKind kind,
        @Nullable String agreementId,
        String subject,
        String text,
        String path,
        Instant createdAt,
        Instant sendAfter,
        NoticeState state,
        @Nullable Long mailId,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String error) {}
