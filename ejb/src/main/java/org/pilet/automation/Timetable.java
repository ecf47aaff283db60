package org.pilet.automation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.pilet.automation.terms.Arguments;

/** The days and the time of day of a scheduled rule. */
record Timetable(Set<DayOfWeek> days, LocalTime at) {

    static Timetable of(Arguments told) {
        return new Timetable(told.constants("days", DayOfWeek.class), LocalTime.parse(told.text("at")));
    }

    /** The first instant after that one. A time that a change of the clocks skips comes right after the change. */
    Instant after(Instant instant, ZoneId zone) {
        ZonedDateTime day = instant.atZone(zone);
        for (int ahead = 0; ; ahead++) {
            ZonedDateTime next = day.toLocalDate().plusDays(ahead).atTime(at).atZone(zone);
            boolean fits = days.isEmpty() || days.contains(next.getDayOfWeek());
            if (fits && next.toInstant().isAfter(instant)) {
                return next.toInstant();
            }
        }
    }
}
