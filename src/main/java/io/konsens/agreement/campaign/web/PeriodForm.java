package io.konsens.agreement.campaign.web;

import io.konsens.planning.PlanningPeriod;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What the campaign page's form for a new period holds. */
public record PeriodForm(
        String periodId,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate start,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate end,

        @Nullable String currency,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate baselineFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate baselineTo) {

    PlanningPeriod toPeriod() {
        return new PlanningPeriod(periodId, start, end, currency, baselineFrom, baselineTo);
    }
}
