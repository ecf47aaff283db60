package org.pilet.teamwork;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/** A note names a colleague with an @; they follow the ticket from now on. */
public record PersonMentioned(long ticketId, long messageId, long personId, Long authorId, Instant at)
        implements DomainEvent {}
