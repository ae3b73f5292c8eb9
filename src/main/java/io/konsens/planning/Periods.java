package io.konsens.planning;

import io.konsens.planning.persistence.PeriodMapper;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The planning periods of this installation. */
@Component
public class Periods {

    private final PeriodMapper mapper;

    Periods(PeriodMapper mapper) {
        this.mapper = mapper;
    }

    public Optional<PlanningPeriod> period(String periodId) {
        return Optional.ofNullable(mapper.period(periodId));
    }

    /** Newest first. */
    public List<PlanningPeriod> all() {
        return mapper.all();
    }

    public void save(PlanningPeriod period) {
        mapper.save(period);
    }
}
