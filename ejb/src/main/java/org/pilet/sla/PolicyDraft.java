package org.pilet.sla;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/**
 * What is promised to whom. Of the active policies, the first in order of position whose conditions the ticket meets
 * applies.
 *
 * @param pauses the statuses in which the metric's clock stands still
 * @param levels what happens on the way to the due time and beyond
 */
public record PolicyDraft(
        String name,
        int position,
        boolean active,
        long calendarId,
        PolicyConditions conditions,
        List<Target> targets,
        Map<Metric, Set<Status>> pauses,
        List<Level> levels,
        PolicyOptions options)
        implements Serializable {

    /**
     * So much time for tickets of this priority; null for all priorities that have no target of their own.
     *
     * @param reopened whether it is for clocks that a reopening began
     */
    public record Target(Metric metric, Priority priority, Budget budget, boolean reopened) implements Serializable {

        /** So much open time. */
        public Target(Metric metric, Priority priority, Duration openTime) {
            this(metric, priority, Budget.open(openTime), false);
        }
    }

    /**
     * What happens when so many hundredths of the metric's budget, and so much open time more or less, are used up.
     *
     * @param offset other than zero only at 100 per cent: so long before or after the due time
     * @param steps in order
     */
    public record Level(Metric metric, int percent, Duration offset, List<LadderStep> steps) implements Serializable {
        public Level {
            steps = List.copyOf(steps);
        }

        /** At a share of the budget. */
        public Level(Metric metric, int percent, Set<LadderAction> actions) {
            this(
                    metric,
                    percent,
                    Duration.ZERO,
                    actions.stream().sorted().map(LadderStep::of).toList());
        }
    }

    /** Features B1.7: only the resolution waits for customers, third parties and dates. */
    public static final Map<Metric, Set<Status>> USUAL_PAUSES = Arrays.stream(Metric.values())
            .filter(metric -> !metric.usualPauses().isEmpty())
            .collect(Collectors.toUnmodifiableMap(metric -> metric, Metric::usualPauses));

    /** With the usual conditions, each null for all, and the usual options. */
    public PolicyDraft(
            String name,
            int position,
            boolean active,
            long calendarId,
            Long queueId,
            Priority priority,
            Long organisationId,
            List<Target> targets,
            Map<Metric, Set<Status>> pauses,
            List<Level> levels) {
        this(
                name,
                position,
                active,
                calendarId,
                PolicyConditions.of(queueId, priority, organisationId),
                targets,
                pauses,
                levels,
                PolicyOptions.USUAL);
    }

    public PolicyDraft {
        targets = List.copyOf(targets);
        pauses = Map.copyOf(pauses);
        levels = List.copyOf(levels);
    }
}
