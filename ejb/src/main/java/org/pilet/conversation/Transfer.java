package org.pilet.conversation;

import java.util.List;
import org.pilet.tickets.TicketChange;

/**
 * Hands a ticket on: to another queue, another owner, or both.
 *
 * @param expectedVersion the version the caller saw, or null to overwrite knowingly
 * @param changes with a {@link TicketChange.Move} or a {@link TicketChange.Assign} among them, in the order in which they
 *     are to be made
 * @param note plain text for those who have it now; null or blank for none
 */
public record Transfer(long ticketId, Integer expectedVersion, List<TicketChange> changes, String note) {

    public Transfer {
        changes = List.copyOf(changes);
    }

    /** The place at which the note is kept as it is typed. */
    public static String draftOn(long ticketId) {
        return "transfer/" + ticketId;
    }

    /** The queue it goes to, or null when it stays where it is. */
    Long queueId() {
        return changes.stream()
                .filter(TicketChange.Move.class::isInstance)
                .map(change -> ((TicketChange.Move) change).queueId())
                .findFirst()
                .orElse(null);
    }

    /** Who is named as its owner, or null. */
    Long ownerId() {
        return changes.stream()
                .filter(TicketChange.Assign.class::isInstance)
                .map(change -> ((TicketChange.Assign) change).ownerId())
                .reduce(null, (first, last) -> last);
    }

    boolean handsOn() {
        return changes.stream()
                .anyMatch(change -> change instanceof TicketChange.Move || change instanceof TicketChange.Assign);
    }
}
