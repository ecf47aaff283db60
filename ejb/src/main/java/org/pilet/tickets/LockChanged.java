package org.pilet.tickets;

import org.pilet.platform.DomainEvent;

/** Somebody has begun to keep the ticket for themselves, or keeps it no longer. */
public record LockChanged(long ticketId) implements DomainEvent {}
