package org.pilet.reporting;

import java.io.Serializable;
import java.time.Duration;

/**
 * A ticket that a figure is made of.
 *
 * @param excluded left out of n by the metric's definition
 * @param hit the good case of a share
 * @param calendar null unless the metric is a duration
 */
public record TicketBehind(
        long ticketId,
        String number,
        String subject,
        boolean excluded,
        boolean hit,
        Duration calendar,
        Duration business)
        implements Serializable {}
