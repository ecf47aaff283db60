package org.pilet.automation.terms;

import java.time.Duration;
import java.time.Instant;

/**
 * A promise of the service level, at some instant.
 *
 * @param metric the name of an {@code org.pilet.sla.Metric}
 * @param dueAt null while it is paused
 * @param struckPercent the last level of its ladder that was passed
 */
public record ClockFacts(
        String metric,
        Instant startedAt,
        Instant dueAt,
        Instant pausedAt,
        Instant completedAt,
        Instant breachedAt,
        Instant voidedAt,
        int struckPercent) {

    /** How a promise stands, as conditions ask for it. */
    public enum Standing {
        RUNNING,
        PAUSED,
        KEPT,
        MISSED
    }

    /** Null when it does not count (any more), or not yet. */
    public Standing standing(Instant now) {
        if (voidedAt != null && !voidedAt.isAfter(now) || startedAt.isAfter(now)) {
            return null;
        }
        boolean late = breachedAt != null && !breachedAt.isAfter(now) || dueAt != null && dueAt.isBefore(now);
        boolean done = completedAt != null && !completedAt.isAfter(now);
        if (done) {
            return dueAt != null && dueAt.isBefore(completedAt) ? Standing.MISSED : Standing.KEPT;
        }
        return late ? Standing.MISSED : pausedAt != null ? Standing.PAUSED : Standing.RUNNING;
    }

    /** Whether it is still to be kept and due by then. */
    public boolean dueWithin(Duration time, Instant now) {
        Standing standing = standing(now);
        return (standing == Standing.RUNNING || standing == Standing.MISSED)
                && (completedAt == null || completedAt.isAfter(now))
                && dueAt != null
                && !dueAt.isAfter(now.plus(time));
    }
}
