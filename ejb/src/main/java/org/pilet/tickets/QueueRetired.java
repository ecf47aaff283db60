package org.pilet.tickets;

import org.pilet.platform.DomainEvent;

/** A queue is no longer offered. Who still brings tickets there may refuse, and it stays. */
public record QueueRetired(long queueId, String name) implements DomainEvent {}
