package org.pilet.sla;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A piece of the way to a due time: counted, or the reason why not. The pieces follow each other without a gap; the
 * counted ones sum to the budget, unless the due time was set by hand.
 *
 * @param why for {@link Kind#CLOSED} the holidays by name, else empty; for the others the status that did it
 * @param open how much open time of the calendar the piece covers: what was counted, or what a pause cost
 */
public record ExplainedInterval(Instant from, Instant to, Kind kind, String why, Duration open)
        implements Serializable {

    /** Whether a piece counted, and if not, whose doing that was. */
    public enum Kind {
        /** Open time that used up the budget. */
        COUNTED,
        /** The calendar was closed. */
        CLOSED,
        /** The ticket waited for somebody else. */
        PAUSED,
        /** The work was done: the time between a resolution and the reopening. */
        DONE,
        /** Nothing was owed. */
        VOID
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
