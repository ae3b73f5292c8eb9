package io.konsens.planning.web;

import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Planning periods: process owners write, everybody reads. */
@RestController
@RequestMapping("/api/v1/periods")
class PeriodController {

    private final Periods periods;
    private final CurrentCaller caller;

    PeriodController(Periods periods, CurrentCaller caller) {
        this.periods = periods;
        this.caller = caller;
    }

    /** Dates are ISO and inclusive. */
    record PeriodInput(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable String currency,
            @Nullable LocalDate baselineFrom,
            @Nullable LocalDate baselineTo) {}

    record PeriodView(
            String id, LocalDate start, LocalDate end, String currency, LocalDate baselineFrom, LocalDate baselineTo) {

        static PeriodView of(PlanningPeriod p) {
            return new PeriodView(p.periodId(), p.start(), p.end(), p.currency(), p.baselineFrom(), p.baselineTo());
        }
    }

    @GetMapping
    List<PeriodView> all() {
        return periods.all().stream().map(PeriodView::of).toList();
    }

    @GetMapping("/{periodId}")
    PeriodView get(@PathVariable String periodId) {
        return periods.period(periodId).map(PeriodView::of).orElseThrow(Refusal::notFound);
    }

    @PutMapping("/{periodId}")
    PeriodView put(@PathVariable String periodId, @RequestBody PeriodInput input) {
        PlanningPeriod period = new PlanningPeriod(
                periodId, input.start(), input.end(), input.currency(), input.baselineFrom(), input.baselineTo());
        periods.save(period, caller.get());
        return PeriodView.of(period);
    }
}
