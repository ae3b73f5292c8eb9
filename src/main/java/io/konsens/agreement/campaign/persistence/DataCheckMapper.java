package io.konsens.agreement.campaign.persistence;

import io.konsens.agreement.campaign.Finding;
import io.konsens.planning.PlanningPeriod;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Finds what is missing before a campaign; what hangs on most money first. */
@Mapper
public interface DataCheckMapper {

    List<Finding> foreignOrders(PlanningPeriod period);

    List<Finding> plannersWithoutManager(PlanningPeriod period);

    List<Finding> plannersWithoutOrders(PlanningPeriod period);

    List<Finding> accountsWithoutOwner(PlanningPeriod period);

    List<Finding> accountsOfManagers(PlanningPeriod period);

    /** Orders the last import refused, because their account or product is not known. */
    List<Finding> refusedOrders();

    List<Finding> productsWithoutGroup(PlanningPeriod period);
}
