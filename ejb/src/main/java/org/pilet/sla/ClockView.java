package org.pilet.sla;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How a clock stands at the moment it was asked for.
 *
 * @param cycle counts the clocks of this metric on this ticket
 * @param budget open time; of a target in working days as much as there is until the last of them ends
 * @param dueByHand whether somebody has set the due time, so that nothing moves it
 * @param overrideReason why a breach shall not count, if somebody has decided so
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
        int cycle,
        ClockState state,
        boolean live,
        long policyId,
        String policyName,
        String calendarName,
        Duration budget,
        Instant startedAt,
        Instant dueAt,
        boolean dueByHand,
        Instant pausedAt,
        String pausedWhy,
        Instant completedAt,
        Instant breachedAt,
        String overrideReason,
        Duration remaining,
        int percentUsed)
        implements Serializable {

    private static final int HUNDRED = 100;

    static ClockView of(ClockLife life, Rulebook book, Instant now) {
        SlaClock row = life.row();
        SlaTimeline timeline = life.timeline();
        Instant until = timeline.completed().orElse(now);
        Duration used = timeline.used(until);
        Duration budget = timeline.terms().budget();
        return new ClockView(
                row.id(),
                row.ticketId(),
                row.metric(),
                row.cycle(),
                timeline.state(now),
                timeline.live(),
                row.policyId(),
                book.policy(row.policyId()).name(),
                book.calendarName(row.calendarId()),
                budget,
                row.startedAt(),
                timeline.due().orElse(null),
                row.dueByHand() != null,
                timeline.pause().map(Stretch::from).orElse(null),
                timeline.pause().map(Stretch::why).orElse(null),
                timeline.completed().orElse(null),
                timeline.breachedBy(now).orElse(null),
                row.overrideReason(),
                timeline.remaining(until),
                (int) Math.min(Integer.MAX_VALUE, used.toSeconds() * HUNDRED / Math.max(1, budget.toSeconds())));
    }
}
