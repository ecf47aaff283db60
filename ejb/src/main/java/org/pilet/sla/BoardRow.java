package org.pilet.sla;

import java.io.Serializable;
import java.time.Instant;
import org.pilet.tickets.Priority;

/**
 * A clock on which something is owed, as the board shows it.
 *
 * @param dueAt null while it is paused with time left
 * @param remainingSeconds open time that is left of a paused one, else null
 */
public record BoardRow(
        long ticketId,
        String number,
        String subject,
        Priority priority,
        boolean escalated,
        String queueName,
        String ownerName,
        Metric metric,
        BoardState state,
        Instant dueAt,
        Long remainingSeconds)
        implements Serializable {}
