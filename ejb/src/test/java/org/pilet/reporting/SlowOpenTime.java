package org.pilet.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.pilet.sla.OpenHours;

/** Open from nine to five on every day, found by asking every single minute. */
class SlowOpenTime implements OpenHours {

    static boolean isOpen(Instant minute) {
        int hour = minute.atOffset(ZoneOffset.UTC).getHour();
        return hour >= 9 && hour < 17;
    }

    @Override
    public Duration between(Instant start, Instant end) {
        long minutes = 0;
        for (Instant minute = start; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            minutes += isOpen(minute) ? 1 : 0;
        }
        return Duration.ofMinutes(minutes);
    }
}
