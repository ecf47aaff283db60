package org.pilet.conversation;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/** A public answer by staff stands on the ticket. {@code human} is false for automation (features B1.12). */
public record ReplySent(long ticketId, String number, long messageId, Long authorId, boolean human, Instant at)
        implements DomainEvent {}
