package io.konsens.agreement.campaign.persistence;

import io.konsens.agreement.campaign.CampaignEntry;
import io.konsens.agreement.campaign.CampaignFailure;
import io.konsens.agreement.campaign.CampaignStart;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Who is still to be started. */
@Mapper
public interface CampaignMapper {

    void begin(@Param("periodId") String periodId, @Param("startedBy") String startedBy, @Param("at") Instant at);

    /** Adds who has neither agreement nor entry, and those who failed or were cancelled once more. */
    void enqueue(@Param("periodId") String periodId, @Param("repIds") List<String> repIds, @Param("at") Instant at);

    /** Locks some that are waiting, of any campaign, for this transaction; never one that somebody else is at. */
    List<CampaignEntry> take(int limit);

    void prepared(@Param("entries") List<CampaignEntry> entries, @Param("at") Instant at);

    void failed(@Param("entry") CampaignEntry entry, @Param("error") String error, @Param("at") Instant at);

    /** Takes out who is not started yet. */
    void cancel(@Param("periodId") String periodId, @Param("at") Instant at);

    @Nullable
    CampaignStart start(String periodId);

    List<CampaignFailure> failures(@Param("periodId") String periodId, @Param("limit") int limit);
}
