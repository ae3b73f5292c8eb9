package io.konsens.planning.persistence;

import io.konsens.planning.PlanningPeriod;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads and writes planning periods. */
@Mapper
public interface PeriodMapper {

    @Nullable
    PlanningPeriod period(String periodId);

    List<PlanningPeriod> all();

    void save(PlanningPeriod period);
}
