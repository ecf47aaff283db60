package org.pilet.conversation;

import org.pilet.platform.DomainEvent;

/** An outgoing message has got further, or has been given up. */
public record DeliveryChanged(long ticketId, long messageId, Delivery delivery) implements DomainEvent {}
