package io.konsens.agreement.application;

import io.konsens.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** How long steps may take, by the tables a running agreement began with. */
public interface StepTimes {

    /** Working days from the beginning of a step until it should be done. */
    int dueDays(int deadlinesVersion, Step step, String orgUnit);

    /** @param calendarVersion null for an agreement older than that table: every day counts */
    WorkingDays workingDays(@Nullable Integer calendarVersion, String orgUnit);
}
