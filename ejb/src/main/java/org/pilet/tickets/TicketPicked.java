package org.pilet.tickets;

/**
 * Somebody is about to take a ticket that is nobody's, in a house where agents take only what is next for them. Whoever
 * knows what is next refuses it with {@link OnlyTheNext}; heard at once, or else nothing is taken.
 */
public record TicketPicked(long ticketId, long personId) {}
