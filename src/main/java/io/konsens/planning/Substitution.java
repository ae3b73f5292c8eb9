package io.konsens.planning;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stands in for somebody else who is away (Urlaubsvertretung).
 *
 * @param firstDay of the substitution, inclusive, in the customer's zone
 * @param lastDay of it, inclusive
 * @param namedBy the user id
 * @param endedAt when somebody ended it early; null if nobody did
 */
public record Substitution(
        String substitutionId,
        String absentId,
        String absentName,
        String substituteId,
        String substituteName,
        LocalDate firstDay,
        LocalDate lastDay,
        String namedBy,
        Instant namedAt,
        @Nullable Instant endedAt) {

    public enum State {
        PLANNED,
        RUNNING,
        OVER
    }

    public State state(LocalDate today) {
        if (endedAt != null || today.isAfter(lastDay)) {
            return State.OVER;
        }
        return today.isBefore(firstDay) ? State.PLANNED : State.RUNNING;
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return endedAt == null && !lastDay.isBefore(first) && !firstDay.isAfter(last);
    }
}
