package org.pilet.automation.routing;

import java.io.Serializable;
import java.time.Instant;

/**
 * What was decided about a ticket.
 *
 * @param personId who got it; null when nobody was eligible
 * @param why who was chosen by what, and why others were not
 */
public record RoutingDecision(
        long ticketId, String ticketNumber, Instant at, Long personId, String personName, String why)
        implements Serializable {}
