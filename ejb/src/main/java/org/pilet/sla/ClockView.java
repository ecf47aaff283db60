package org.pilet.sla;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How a clock stands at the moment it was asked for.
 *
 * @param dueAt null while it is paused with time left, or void
 * @param pausedAt since when it is paused, null if it is not; {@code pausedWhy} the status
 * @param remaining open time of the calendar that is left; negative once it is overdue
 * @param percentUsed of the budget; beyond 100 once it is overdue
 * @param live whether anything is still owed: running, paused, or breached and not done
 */
public record ClockView(
        long id,
        long ticketId,
        Metric metric,
        ClockState state,
        boolean live,
        long policyId,
        String policyName,
        String calendarName,
        Duration budget,
        Instant startedAt,
        Instant dueAt,
        Instant pausedAt,
        String pausedWhy,
        Instant completedAt,
        Instant breachedAt,
        Duration remaining,
        int percentUsed)
        implements Serializable {

    private static final int HUNDRED = 100;

    static ClockView of(ClockLife life, Rulebook book, Instant now) {
        SlaClock row = life.row();
        SlaTimeline timeline = life.timeline();
        Instant until = timeline.completed().orElse(now);
        Duration used = timeline.used(until);
        return new ClockView(
                row.id(),
                row.ticketId(),
                row.metric(),
                timeline.state(now),
                timeline.live(),
                row.policyId(),
                book.policy(row.policyId()).name(),
                book.calendarName(row.calendarId()),
                row.budget(),
                row.startedAt(),
                timeline.due().orElse(null),
                timeline.pause().map(Stretch::from).orElse(null),
                timeline.pause().map(Stretch::why).orElse(null),
                timeline.completed().orElse(null),
                timeline.breachedBy(now).orElse(null),
                row.budget().minus(used),
                (int) Math.min(
                        Integer.MAX_VALUE,
                        used.toSeconds() * HUNDRED / row.budget().toSeconds()));
    }
}
