package org.pilet.search;

import java.io.Serializable;
import java.time.Instant;
import org.pilet.sla.ClockState;
import org.pilet.sla.Metric;

/**
 * The next promise of a ticket that is still to be kept.
 *
 * @param dueAt null while it is paused
 * @param remainingSeconds of business time, only while it is paused
 * @param warned it has passed the first level of its escalation ladder
 */
public record NearestClock(
        Metric metric, ClockState state, Instant startedAt, Instant dueAt, Long remainingSeconds, boolean warned)
        implements Serializable {}
