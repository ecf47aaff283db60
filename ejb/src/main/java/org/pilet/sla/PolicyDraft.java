package org.pilet.sla;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/**
 * What is promised to whom. Of the active policies, the first in order of position whose selectors all fit the ticket
 * applies; a selector that is null fits every ticket.
 *
 * @param pauses the statuses in which the metric's clock stands still
 * @param levels what happens on the way to the due time and beyond
 */
public record PolicyDraft(
        String name,
        int position,
        boolean active,
        long calendarId,
        Long queueId,
        Priority priority,
        Long organisationId,
        List<Target> targets,
        Map<Metric, Set<Status>> pauses,
        List<Level> levels)
        implements Serializable {

    /** So much open time for tickets of this priority; null for all priorities that have no target of their own. */
    public record Target(Metric metric, Priority priority, Duration budget) implements Serializable {}

    /** What happens when so many hundredths of the metric's budget are used up. */
    public record Level(Metric metric, int percent, Set<LadderAction> actions) implements Serializable {
        public Level {
            actions = Set.copyOf(actions);
        }
    }

    /** Features B1.7: only the resolution waits for customers, third parties and dates. */
    public static final Map<Metric, Set<Status>> USUAL_PAUSES =
            Map.of(Metric.RESOLUTION, Set.of(Status.PENDING, Status.ON_HOLD, Status.POSTPONED));

    public PolicyDraft {
        targets = List.copyOf(targets);
        pauses = Map.copyOf(pauses);
        levels = List.copyOf(levels);
    }
}
