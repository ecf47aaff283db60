package org.pilet.tickets;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/**
 * A field of a ticket has another value.
 *
 * @param oldValue as text: enum constants by name, records by id, instants in ISO 8601; null for none
 * @param actorId null when the system did it
 * @param cause why the system did it, or null
 * @param noteId the internal note that was written along with it, or null
 */
public record TicketChanged(
        long ticketId,
        Field field,
        String oldValue,
        String newValue,
        Instant at,
        Long actorId,
        String cause,
        long queueId,
        Status status,
        Long noteId)
        implements DomainEvent {}
