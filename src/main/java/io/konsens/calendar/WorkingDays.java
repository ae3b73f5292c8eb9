package io.konsens.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The days that are worked on somewhere: Monday to Friday without the public holidays by law of a country or a part of it,
 * and without days a customer gives its people off every year.
 */
public final class WorkingDays {

    /** Every day counts: for agreements that began before there were calendars. */
    public static final WorkingDays ALL_DAYS = new WorkingDays(day -> false);

    /** Nowhere in particular: only Saturdays and Sundays are off. */
    public static final String WEEKENDS_ONLY = "none";

    private final Predicate<LocalDate> off;

    private WorkingDays(Predicate<LocalDate> off) {
        this.off = off;
    }

    /**
     * @param region an ISO 3166 country, or with parts of it: {@code de}, {@code de-by}, {@code ch-zh}, {@code de-by-ag}
     *     (Augsburg), in any case; or {@link #WEEKENDS_ONLY}
     * @param alsoOff days off every year that no law gives, such as the 24th of December
     * @throws IllegalArgumentException if the region is not known: its holidays would silently be missing
     */
    public static WorkingDays in(String region, Set<MonthDay> alsoOff) {
        Predicate<LocalDate> holiday =
                region.equals(WEEKENDS_ONLY) ? day -> false : holidays(region.toLowerCase(Locale.ROOT));
        return new WorkingDays(day -> isWeekend(day) || alsoOff.contains(MonthDay.from(day)) || holiday.test(day));
    }

    public boolean isWorkingDay(LocalDate day) {
        return !off.test(day);
    }

    /** The working day so many working days after a day, which itself does not count; the day itself for 0. */
    public LocalDate after(LocalDate day, int workingDays) {
        return count(day, workingDays, 1);
    }

    /** The working day so many working days before a day, which itself does not count; the day itself for 0. */
    public LocalDate before(LocalDate day, int workingDays) {
        return count(day, workingDays, -1);
    }

    /** The day itself if it is worked on, else the next one that is. */
    public LocalDate sameOrNext(LocalDate day) {
        return isWorkingDay(day) ? day : after(day, 1);
    }

    private LocalDate count(LocalDate from, int workingDays, int step) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(step);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }

    private static Predicate<LocalDate> holidays(String region) {
        String[] parts = region.split("-", -1);
        if (!HolidayManager.getSupportedCalendarCodes().contains(parts[0].toUpperCase(Locale.ROOT))) {
            throw unknown(region);
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        String[] within = Arrays.copyOfRange(parts, 1, parts.length);
        CalendarHierarchy place = manager.getCalendarHierarchy();
        for (String part : within) {
            place = place.getChildren().get(part);
            if (place == null) {
                throw unknown(region);
            }
        }
        return day -> manager.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, within);
    }

    private static IllegalArgumentException unknown(String region) {
        return new IllegalArgumentException("No public holidays are known for region " + region);
    }
}
