package org.pilet.tickets;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/**
 * The source's conversation goes on in the target. Fired in the transaction, after both tickets and their link have been
 * changed, for the rooms that keep something of their own on tickets.
 */
public record TicketsMerged(long mergeId, long sourceId, long targetId, Instant at) implements DomainEvent {}
