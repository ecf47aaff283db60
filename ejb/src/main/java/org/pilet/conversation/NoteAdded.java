package org.pilet.conversation;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/** Staff has written an internal note. */
public record NoteAdded(long ticketId, String number, long messageId, Long authorId, Instant at)
        implements DomainEvent {}
