package org.pilet.conversation;

import org.pilet.platform.DomainEvent;

/** An answer was held, taken back, or stopped. */
public record HeldReplyChanged(long ticketId) implements DomainEvent {}
