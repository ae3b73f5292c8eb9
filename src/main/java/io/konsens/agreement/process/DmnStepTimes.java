package io.konsens.agreement.process;

import io.konsens.agreement.application.Step;
import io.konsens.agreement.application.StepTimes;
import io.konsens.agreement.domain.Rules;
import io.konsens.calendar.WorkingDays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the deployed tables. */
@Component
class DmnStepTimes implements StepTimes {

    private record Asked(int version, Step step, String orgUnit) {}

    private final DecisionTables tables;
    private final CalendarTable calendars;
    /** Deployed tables never change, so neither does what one says of a step. */
    private final Map<Asked, Integer> known = new ConcurrentHashMap<>();

    DmnStepTimes(DecisionTables tables, CalendarTable calendars) {
        this.tables = tables;
        this.calendars = calendars;
    }

    @Override
    public int dueDays(int deadlinesVersion, Step step, String orgUnit) {
        return known.computeIfAbsent(new Asked(deadlinesVersion, step, orgUnit), this::decide);
    }

    private int decide(Asked asked) {
        Number days = tables.decide(
                        Rules.DEADLINES,
                        asked.version(),
                        Map.of("step", ProcessNames.stem(asked.step()), ProcessNames.ORG_UNIT, asked.orgUnit()))
                .value()
                .getEntry("dueDays");
        return days.intValue();
    }

    @Override
    public WorkingDays workingDays(@Nullable Integer calendarVersion, String orgUnit) {
        return calendarVersion == null
                ? WorkingDays.ALL_DAYS
                : calendars.of(calendarVersion, orgUnit).days();
    }
}
