package io.konsens.planning.persistence;

import io.konsens.planning.Baseline;
import io.konsens.planning.CurrencyCount;
import io.konsens.planning.MonthlySales;
import io.konsens.planning.PlanningPeriod;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Aggregates order lines. */
@Mapper
public interface OrderHistoryMapper {

    List<Baseline> baseline(@Param("ownerId") String ownerId, @Param("period") PlanningPeriod period);

    List<MonthlySales> monthly(
            @Param("accountIds") Collection<String> accountIds, @Param("period") PlanningPeriod period);

    int newAccounts(@Param("ownerId") String ownerId, @Param("period") PlanningPeriod period);

    List<CurrencyCount> foreignOrders(PlanningPeriod period);
}
