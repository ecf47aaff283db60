package org.pilet.sla;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/**
 * A clock has passed a level of its ladder.
 *
 * @param percent how many hundredths of the budget are used up
 * @param breached whether this is the due time itself
 * @param at when it was passed, which lies further back when it was noticed {@code late}
 */
public record SlaStruck(
        long ticketId, long clockId, Metric metric, int percent, boolean breached, Instant at, boolean late)
        implements DomainEvent {}
