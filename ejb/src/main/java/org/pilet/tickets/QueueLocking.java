package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;

/**
 * What opening a ticket of a queue does.
 *
 * @param minutes for how long it is kept for whoever opened it, after they last did something; 0: not at all
 * @param assigns whether nobody's ticket becomes theirs
 * @param changedBy who decided so, and when; null: nobody has
 */
public record QueueLocking(
        long queueId, String queueName, int minutes, boolean assigns, Instant changedAt, String changedBy)
        implements Serializable {}
