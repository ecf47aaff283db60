package org.pilet.platform;

/**
 * Something that has happened, as ids and values. Fired synchronously inside the transaction that made it true;
 * observers during the transaction write what must be true together, observers after success do only what may be lost.
 */
public interface DomainEvent {}
