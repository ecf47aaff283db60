package org.pilet.conversation;

/**
 * Where an incoming message landed.
 *
 * @param newTicket true when it opened the ticket
 */
public record Received(long ticketId, String number, long messageId, boolean newTicket) {}
