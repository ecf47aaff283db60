package org.pilet.teamwork;

import org.pilet.platform.DomainEvent;

/** Somebody has come to a ticket, gone, or begun or stopped to write. */
public record PresenceChanged(long ticketId) implements DomainEvent {}
