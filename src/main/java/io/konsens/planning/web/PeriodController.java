package io.konsens.planning.web;

import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
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
        if (!caller.get().in(Groups.PROCESS_OWNER)) {
            throw Refusal.forbidden("refusal.onlyProcessOwner");
        }
        check(periodId, input);
        PlanningPeriod period = new PlanningPeriod(
                periodId, input.start(), input.end(), input.currency(), input.baselineFrom(), input.baselineTo());
        periods.save(period);
        return PeriodView.of(period);
    }

    private static void check(String periodId, PeriodInput input) {
        List<Problem> problems = new ArrayList<>();
        if (!periodId.matches("[A-Za-z0-9_-]{1,20}")) {
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
