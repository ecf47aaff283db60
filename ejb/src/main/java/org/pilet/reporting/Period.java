package org.pilet.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day that is reported, half-open on the instant line: 23 or 25 hours long when the zone changes its clocks, and
 * shorter while it is still running.
 */
record Period(LocalDate day, ZoneId zone, Instant start, Instant end) {

    static Period whole(LocalDate day, ZoneId zone) {
        return new Period(day, zone, startOf(day, zone), startOf(day.plusDays(1), zone));
    }

    /** Today as far as it has come. */
    static Period live(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Period(today, zone, startOf(today, zone), now);
    }

    Period daysBefore(int days) {
        return whole(day.minusDays(days), zone);
    }

    boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
