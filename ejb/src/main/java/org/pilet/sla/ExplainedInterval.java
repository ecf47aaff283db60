package org.pilet.sla;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A piece of the way to a due time: counted, or the reason why not. The counted pieces sum to the budget.
 *
 * @param why for {@link Kind#OFF} the status that paused or stopped the clock, else empty
 */
public record ExplainedInterval(Instant from, Instant to, Kind kind, String why) implements Serializable {

    /** Whether a piece counted, and if not, whose doing that was. */
    public enum Kind {
        /** Open time that used up the budget. */
        COUNTED,
        /** The calendar was closed. */
        CLOSED,
        /** The clock was paused, stopped or void. */
        OFF
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
