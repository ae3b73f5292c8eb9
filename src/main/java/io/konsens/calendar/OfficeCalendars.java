package io.konsens.calendar;

/** The calendar of each org unit, as the customer's rules have it. */
public interface OfficeCalendars {

    /** What the newest rules say. */
    OfficeCalendar inForce(String orgUnit);
}
