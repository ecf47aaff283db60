package org.pilet.sla;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What a calendar says of one date.
 *
 * @param hours when it is open; empty when it is closed
 * @param openTime how long that is, on a day on which clocks change as well
 * @param name of the holiday or of the exception, or empty
 */
public record CalendarDay(LocalDate date, Kind kind, List<Window> hours, Duration openTime, String name)
        implements Serializable {

    /** Why it is so. */
    public enum Kind {
        /** The weekly hours. */
        USUAL,
        HOLIDAY,
        /** Hours of this one date. */
        EXCEPTION
    }

    public boolean isOpen() {
        return !openTime.isZero();
    }
}
