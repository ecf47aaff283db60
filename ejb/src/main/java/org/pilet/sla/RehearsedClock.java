package org.pilet.sla;

import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Priority;

/** The rows of a clock that was rehearsed, for whoever writes them down: column by column, without numbers. */
public record RehearsedClock(
        Metric metric,
        long policyId,
        long calendarId,
        Priority priority,
        long budgetSeconds,
        Instant termsSince,
        ClockState state,
        Instant startedAt,
        Instant dueAt,
        Instant pausedAt,
        Long remainingSeconds,
        Instant completedAt,
        Instant breachedAt,
        Instant voidedAt,
        int struckPercent,
        Instant nextStrikeAt,
        List<Event> events) {

    /** One fact of the clock's life. */
    public record Event(
            int ordinal,
            String kind,
            Instant at,
            Instant recordedAt,
            boolean late,
            String why,
            Integer percent,
            long policyId,
            long budgetSeconds,
            Instant dueBefore,
            Instant dueAfter) {}
}
