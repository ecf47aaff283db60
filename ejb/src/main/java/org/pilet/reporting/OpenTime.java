package org.pilet.reporting;

import java.time.Duration;
import java.time.Instant;

/** How much of a stretch of time lies in open hours. Never negative; nothing when the end is not after the start. */
interface OpenTime {

    Duration between(Instant start, Instant end);

    /** Open round the clock, for tickets that no business calendar applies to. */
    static OpenTime always() {
        return (start, end) -> end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
    }
}
