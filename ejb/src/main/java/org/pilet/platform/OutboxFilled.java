package org.pilet.platform;

/** Something was put into the outbox; after the commit the pump is woken. */
public record OutboxFilled() implements DomainEvent {}
