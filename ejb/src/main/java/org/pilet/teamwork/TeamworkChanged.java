package org.pilet.teamwork;

import org.pilet.platform.DomainEvent;

/** Watchers, tasks or times of a ticket are others now; open pages show them anew. */
public record TeamworkChanged(long ticketId) implements DomainEvent {}
