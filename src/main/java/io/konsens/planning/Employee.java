package io.konsens.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the sales organisation.
 *
 * @param employeeId as the customer's personnel system writes it
 * @param login the lower-cased employee id; the id of the engine's user
 * @param managerId null at the top of the organisation
 * @param seniority null where the customer does not distinguish
 * @param language "de" or "en"; null if not known, then the installation's language applies
 * @param entryDate first day of work; null if they have been there all along
 * @param exitDate last day of work; null for those who stay
 */
public record Employee(
        String employeeId,
        String login,
        String name,
        String email,
        Role role,
        @Nullable String managerId,
        String orgUnit,
        @Nullable String seniority,
        @Nullable String language,
        @Nullable LocalDate entryDate,
        @Nullable LocalDate exitDate) {

    /** Whether they work on any day of this period. */
    public boolean worksIn(PlanningPeriod period) {
        return works(entryDate, exitDate, period);
    }

    /** The same, of somebody with these first and last days. */
    public static boolean works(@Nullable LocalDate entryDate, @Nullable LocalDate exitDate, PlanningPeriod period) {
        return (entryDate == null || !entryDate.isAfter(period.end()))
                && (exitDate == null || !exitDate.isBefore(period.start()));
    }
}
