package org.pilet.tickets;

import java.io.Serializable;

/**
 * A ticket, and which version of it the caller now knows.
 *
 * @param number what people call it; digits with a Luhn check digit
 */
public record TicketRef(long id, String number, int version) implements Serializable {}
