package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;

/**
 * A ticket's status before somebody changed it, so that the change can be taken back.
 *
 * @param became what they changed it to
 */
public record StatusBefore(
        Status status, String reason, Instant wakeUpAt, Instant resolvedAt, Instant closedAt, Status became)
        implements Serializable {

    /** Of a ticket as it was read, just before. */
    public static StatusBefore of(TicketView ticket, Status became) {
        return new StatusBefore(
                ticket.status(),
                ticket.statusReason(),
                ticket.wakeUpAt(),
                ticket.resolvedAt(),
                ticket.closedAt(),
                became);
    }
}
