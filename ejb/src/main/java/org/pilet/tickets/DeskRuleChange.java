package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that was decided about working together.
 *
 * @param queueName null for the house
 * @param what LOCK_MINUTES, ASSIGNS_ON_OPENING, ONE_AT_A_TIME, ONLY_KNOWN_TAGS or ONLY_THE_NEXT
 */
public record DeskRuleChange(
        Instant at, String personName, String queueName, String what, String oldValue, String newValue)
        implements Serializable {}
