package org.pilet.conversation;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/**
 * Somebody has handed a ticket on to the people of another queue.
 *
 * @param ownerId whom among them they have named; null: nobody in particular
 * @param noteId what they wrote for them, or null
 */
public record TicketTransferred(long ticketId, long queueId, Long ownerId, Long noteId, Long actorId, Instant at)
        implements DomainEvent {}
