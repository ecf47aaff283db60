package org.pilet.teamwork;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/** Somebody was given something to do on a ticket. */
public record TaskAssigned(long ticketId, long personId, String title, Long actorId, Instant at)
        implements DomainEvent {}
