package org.pilet.sla;

import java.io.Serializable;
import java.time.LocalTime;
import org.pilet.platform.InvalidInput;

/**
 * One stretch of opening hours within a day, the opening time included and the closing time not. A closing time of
 * midnight means the end of the day, so that {@code 00:00} to {@code 00:00} is open all day.
 */
public record Window(LocalTime opens, LocalTime closes) implements Serializable {

    private static final int SECONDS_PER_DAY = 24 * 60 * 60;

    /** The whole day. */
    public static final Window ALL_DAY = new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Window {
        if (endOfDayAware(closes) <= opens.toSecondOfDay()) {
            throw new InvalidInput("hours", "opensBeforeCloses", opens, closes);
        }
    }

    /** From {@code 9:00}-style texts, which is how most people write them. */
    public static Window of(String opens, String closes) {
        return new Window(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    int opensSecond() {
        return opens.toSecondOfDay();
    }

    int closesSecond() {
        return endOfDayAware(closes);
    }

    private static int endOfDayAware(LocalTime closes) {
        return closes.equals(LocalTime.MIDNIGHT) ? SECONDS_PER_DAY : closes.toSecondOfDay();
    }
}
