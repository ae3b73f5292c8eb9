package io.konsens.planning;

import io.konsens.planning.persistence.PeriodMapper;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /**
     * Creates or changes a period.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners; INVALID naming every field that is missing or wrong
     */
    public void save(PlanningPeriod period, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        check(period);
        mapper.save(period);
    }

    private static void check(PlanningPeriod input) {
        List<Problem> problems = new ArrayList<>();
        if (!input.periodId().matches("[A-Za-z0-9_-]{1,20}")) {
            problems.add(new Problem(null, "periodId", "period.id"));
        }
        required(problems, "start", input.start());
        required(problems, "end", input.end());
        required(problems, "currency", input.currency());
        required(problems, "baselineFrom", input.baselineFrom());
        required(problems, "baselineTo", input.baselineTo());
        if (input.start() != null && input.end() != null && !input.start().isBefore(input.end())) {
            problems.add(new Problem(null, "end", "period.endBeforeStart"));
        }
        if (input.baselineFrom() != null
                && input.baselineTo() != null
                && input.baselineFrom().isAfter(input.baselineTo())) {
            problems.add(new Problem(null, "baselineTo", "period.endBeforeStart"));
        }
        if (input.currency() != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(input.currency()))) {
            problems.add(new Problem(null, "currency", "import.currency", input.currency()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
    }

    private static void required(List<Problem> problems, String field, @Nullable Object value) {
        if (value == null) {
            problems.add(new Problem(null, field, "request.missing", field));
        }
    }
}
