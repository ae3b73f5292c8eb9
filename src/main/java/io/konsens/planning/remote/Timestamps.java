package io.konsens.planning.remote;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points of time as other systems write them. */
final class Timestamps {

    /** Salesforce leaves the colon out of the offset. */
    private static final Pattern TIMESTAMP = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT.+)([+-]\\d\\d):?(\\d\\d)");

    private Timestamps() {}

    /** A point of time as the date it falls on in this zone; anything else as it is. */
    static String date(String value, ZoneId zone) {
        Matcher time = TIMESTAMP.matcher(value.endsWith("Z") ? value.replaceFirst("Z$", "+00:00") : value);
        if (!time.matches()) {
            return value;
        }
        try {
            OffsetDateTime instant = OffsetDateTime.parse(
                    time.group(1) + time.group(2) + ":" + time.group(3), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            return LocalDate.ofInstant(instant.toInstant(), zone).toString();
        } catch (DateTimeException e) {
            return value;
        }
    }
}
