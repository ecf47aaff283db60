package org.pilet.tickets;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/** A merge was undone: the source is itself again. Fired as {@link TicketsMerged} is. */
public record TicketsUnmerged(long mergeId, long sourceId, long targetId, Instant at) implements DomainEvent {}
