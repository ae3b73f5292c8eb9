package io.konsens.agreement.guidance.persistence;

import io.konsens.agreement.guidance.TeamGuidance;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Sums over the agreements of org units. */
@Mapper
public interface GuidanceMapper {

    List<TeamGuidance.Sum> sums(@Param("periodId") String periodId, @Param("orgUnits") Collection<String> orgUnits);
}
