package org.pilet.tickets;

import java.time.Instant;

/**
 * A line that another room adds to a ticket's history.
 *
 * @param kind such as SLA_BREACHED
 * @param cause what brought it about, for example {@code sla:first_response}
 * @param at when it became true (UTC), which may lie in the past when it was found out late
 */
public record HistoryLine(String kind, String oldValue, String newValue, String cause, Instant at) {}
