package io.konsens.agreement.campaign.persistence;

import io.konsens.agreement.campaign.Expectation;
import io.konsens.agreement.campaign.Expectations;
import io.konsens.planning.PlanningPeriod;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Keeps expectations. */
@Mapper
public interface ExpectationMapper {

    List<Expectation> all(String periodId);

    /** By org unit of the accounts' owners; money in the period's currency. */
    List<Expectations.Sold> sold(PlanningPeriod period);

    void save(
            @Param("periodId") String periodId,
            @Param("expectation") Expectation expectation,
            @Param("by") String by,
            @Param("at") Instant at);

    void delete(@Param("periodId") String periodId, @Param("expectation") Expectation expectation);
}
