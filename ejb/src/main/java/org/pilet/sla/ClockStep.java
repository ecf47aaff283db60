package org.pilet.sla;

import java.io.Serializable;
import java.time.Instant;

/**
 * One fact of a clock's life; it is never changed.
 *
 * @param kind STARTED, PAUSED, RESUMED, MET, MISSED, REOPENED, VOIDED, RETARGETED, INHERITED, REVOKED, DUE_SET,
 *     OVERRIDDEN, RECOUNTED, WARNED, BREACHED, ESCALATED or ACTED
 * @param at when it became true
 * @param recordedAt when that was found out, {@code late} when this was later than it should have been
 * @param percent the level of the ladder that was passed, else null
 */
public record ClockStep(
        String kind,
        Instant at,
        Instant recordedAt,
        boolean late,
        String why,
        Integer percent,
        Instant dueBefore,
        Instant dueAfter)
        implements Serializable {}
