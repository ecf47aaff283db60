package org.pilet.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** When people write and when agents work: an office from eight to six, at weekends hardly anybody. */
final class OfficeTime {

    static final ZoneId ZONE = ZoneId.of("Europe/Tallinn");

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    /** How much is written in each hour of a working day. */
    private static final int[] BY_HOUR = {
        1, 1, 1, 1, 1, 2, 4, 12, 34, 52, 56, 50, 38, 46, 50, 44, 34, 20, 10, 8, 7, 6, 4, 2
    };

    private static final double WEEKEND = 0.12;

    private OfficeTime() {}

    /** Relative amount of mail in the hour that begins here. */
    static double writing(Instant hour) {
        ZonedDateTime local = hour.atZone(ZONE);
        return BY_HOUR[local.getHour()] * (isWeekend(local) ? WEEKEND : 1);
    }

    /** The instant after so much working time from {@code from} on. */
    static Instant after(Instant from, Duration work) {
        ZonedDateTime at = opening(from.atZone(ZONE));
        Duration left = work;
        while (true) {
            Duration today = Duration.between(at, at.with(CLOSES));
            if (left.compareTo(today) < 0) {
                return at.plus(left).toInstant().truncatedTo(ChronoUnit.MICROS);
            }
            left = left.minus(today);
            at = opening(at.plusDays(1).with(OPENS));
        }
    }

    private static ZonedDateTime opening(ZonedDateTime at) {
        ZonedDateTime open = at;
        if (!open.toLocalTime().isBefore(CLOSES)) {
            open = open.plusDays(1).with(OPENS);
        } else if (open.toLocalTime().isBefore(OPENS)) {
            open = open.with(OPENS);
        }
        while (isWeekend(open)) {
            open = open.plusDays(1).with(OPENS);
        }
        return open;
    }

    private static boolean isWeekend(ZonedDateTime at) {
        return at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
