package org.pilet.tickets;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** How urgent a ticket was before somebody changed its impact, its urgency or its priority: all that such a change touches. */
public record AssessedBefore(Impact impact, Urgency urgency, Priority priority, boolean byHand)
        implements Serializable {

    private static final String NONE = "-";

    /** Of a ticket as it was read, just before. */
    public static AssessedBefore of(TicketView ticket) {
        return new AssessedBefore(ticket.impact(), ticket.urgency(), ticket.priority(), ticket.priorityByHand());
    }

    /** What takes the change back: the priority follows the matrix again if it did. */
    public List<TicketChange> back() {
        List<TicketChange> changes = new ArrayList<>(List.of(
                new TicketChange.SetImpact(impact),
                new TicketChange.SetUrgency(urgency),
                new TicketChange.SetPriority(priority)));
        if (!byHand) {
            changes.add(new TicketChange.FollowMatrix());
        }
        return changes;
    }

    /** To be kept, and read by {@link #parse}. */
    public String text() {
        return (impact == null ? NONE : impact) + " " + (urgency == null ? NONE : urgency) + " " + priority + " "
                + byHand;
    }

    /** As {@link #text} wrote it; a priority alone is one that somebody had chosen. */
    public static AssessedBefore parse(String text, TicketView now) {
        String[] parts = text.split(" ");
        if (parts.length == 1) {
            return new AssessedBefore(now.impact(), now.urgency(), Priority.valueOf(text), true);
        }
        return new AssessedBefore(
                parts[0].equals(NONE) ? null : Impact.valueOf(parts[0]),
                parts[1].equals(NONE) ? null : Urgency.valueOf(parts[1]),
                Priority.valueOf(parts[2]),
                Boolean.parseBoolean(parts[3]));
    }
}
