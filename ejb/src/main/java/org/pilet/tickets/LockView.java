package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody works on the ticket, and nobody else may until then.
 *
 * @param mine whether it is the caller
 * @param mayBreak whether the caller may take it over
 */
public record LockView(
        long ticketId, long personId, String name, Instant since, Instant until, boolean mine, boolean mayBreak)
        implements Serializable {}
