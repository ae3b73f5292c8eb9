package io.konsens.notice.persistence;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads and writes mails. */
@Mapper
public interface MailMapper {

    /** A mail on its way; the same words at every attempt. */
    record Mail(long mailId, String recipient, String email, String subject, String text, String html, int attempts) {}

    long add(
            @Param("recipient") String recipient,
            @Param("email") String email,
            @Param("subject") String subject,
            @Param("text") String text,
            @Param("html") String html,
            @Param("state") String state,
            @Param("error") @Nullable String error,
            @Param("now") Instant now);

    /** Takes one that is due and that no other node is taking, and marks it as being sent; null if there is none. */
    @Nullable
    Mail take(Instant now);

    void sent(@Param("mailId") long mailId, @Param("now") Instant now);

    void notSent(
            @Param("mailId") long mailId,
            @Param("state") String state,
            @Param("error") @Nullable String error,
            @Param("nextAttempt") Instant nextAttempt);

    /** As if it had not been taken. */
    void postpone(@Param("mailId") long mailId, @Param("nextAttempt") Instant nextAttempt);

    /** What is still being sent since then has been left by a node that died. */
    int abandoned(@Param("since") Instant since, @Param("error") String error);

    int sendAgain(@Param("mailId") long mailId, @Param("now") Instant now);
}
