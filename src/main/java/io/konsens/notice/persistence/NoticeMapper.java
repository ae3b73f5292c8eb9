package io.konsens.notice.persistence;

import io.konsens.notice.NewNotice;
import io.konsens.notice.Notice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.Outbox;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads and writes notices. */
@Mapper
public interface NoticeMapper {

    /** Does nothing if this occasion is there. */
    void add(
            @Param("notice") NewNotice notice,
            @Param("subject") String subject,
            @Param("text") String text,
            @Param("now") Instant now,
            @Param("sendAfter") Instant sendAfter);

    void settle(@Param("taskId") String taskId, @Param("now") Instant now);

    /** @param recipient null for everybody's */
    List<Notice> list(
            @Param("filter") Outbox.Filter filter,
            @Param("recipient") @Nullable String recipient,
            @Param("atMost") int atMost);

    /** True if no other node is writing digests; kept until the transaction ends. */
    boolean lockDigests();

    /** Logins of those who have something to be told by now. */
    List<String> due(Instant now);

    /** Everything somebody is still to be told, whether due or not, oldest first; held for this transaction. */
    List<Waiting> take(String recipient);

    void postpone(@Param("recipient") String recipient, @Param("sendAfter") Instant sendAfter);

    void mailed(@Param("notices") List<Waiting> notices, @Param("mailId") long mailId);

    /** A notice that is in no mail yet. */
    record Waiting(long noticeId, NoticeKind kind, String subject, String text, String path) {}
}
