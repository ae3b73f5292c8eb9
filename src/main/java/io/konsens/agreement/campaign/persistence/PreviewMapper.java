package io.konsens.agreement.campaign.persistence;

import io.konsens.agreement.campaign.Preview;
import io.konsens.planning.PlanningPeriod;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Reads what everybody who plans would plan, in one go. */
@Mapper
public interface PreviewMapper {

    List<Preview.Planner> planners(PlanningPeriod period);
}
