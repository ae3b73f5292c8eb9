package io.konsens.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the people of an org unit work and when they are left alone.
 *
 * @param quietFrom the hour of a working day from which nobody is disturbed any more
 * @param quietUntil the hour of a working day until which nobody is disturbed yet; before {@code quietFrom}
 */
public record OfficeCalendar(WorkingDays days, LocalTime quietFrom, LocalTime quietUntil) {

    public OfficeCalendar {
        if (!quietUntil.isBefore(quietFrom)) {
            throw new IllegalArgumentException("Quiet until " + quietUntil + " leaves no time before " + quietFrom);
        }
    }

    /** Whether nobody is to be disturbed: at night, at weekends, and on holidays. */
    public boolean isQuiet(Instant at, ZoneId zone) {
        return !notBefore(at, zone).equals(at);
    }

    /** This moment if people may be disturbed at it, else the next one at which they may. */
    public Instant notBefore(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        if (days.isWorkingDay(day) && time.isBefore(quietFrom)) {
            return time.isBefore(quietUntil) ? opening(day, zone) : at;
        }
        return opening(days.after(day, 1), zone);
    }

    /**
     * The next time it is this hour on a working day, or the end of the quiet hours if it falls into them.
     *
     * @param from inclusive
     */
    public Instant next(LocalTime hour, Instant from, ZoneId zone) {
        LocalDate day = days.sameOrNext(from.atZone(zone).toLocalDate());
        Instant candidate = day.atTime(hour).atZone(zone).toInstant();
        if (candidate.isBefore(from)) {
            candidate = days.after(day, 1).atTime(hour).atZone(zone).toInstant();
        }
        return notBefore(candidate, zone);
    }

    private Instant opening(LocalDate day, ZoneId zone) {
        return day.atTime(quietUntil).atZone(zone).toInstant();
    }
}
