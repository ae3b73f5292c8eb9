package io.konsens.agreement.campaign.persistence;

import io.konsens.agreement.campaign.Announcement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Keeps announcements. */
@Mapper
public interface AnnouncementMapper {

    @Nullable
    Announcement announcement(String periodId);

    List<Announcement> current(LocalDate today);

    /** A null {@code publishedAt} does not take back what was published. */
    void save(@Param("announcement") Announcement announcement, @Param("by") String by, @Param("at") Instant at);
}
