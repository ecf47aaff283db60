package org.pilet.sla;

import java.time.Duration;
import java.time.Instant;

/** A calendar as it stood when it was asked for, to measure many times with. */
public interface OpenHours {

    /** How long it is open from one instant to another; zero if the latter is not later. */
    Duration between(Instant from, Instant to);

    /** Always open. */
    static OpenHours roundTheClock() {
        return (from, to) -> to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
