package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that was done to a queue.
 *
 * @param what ADDED, NAME, ADDRESS, TEAM, CATEGORY, PRIORITY, RIGHTS, RETIRED or RESTORED
 */
public record QueueChange(
        Instant at, String personName, String queueName, String what, String oldValue, String newValue)
        implements Serializable {}
