package org.pilet.automation.routing;

import java.io.Serializable;
import java.time.Instant;

/**
 * A turn on call duty.
 *
 * @param now whether it is on at present
 */
public record Duty(
        long id,
        long teamId,
        String teamName,
        long personId,
        String personName,
        Instant fromAt,
        Instant untilAt,
        boolean now)
        implements Serializable {}
