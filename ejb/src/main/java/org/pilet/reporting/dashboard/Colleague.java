package org.pilet.reporting.dashboard;

import java.io.Serializable;

/**
 * How much somebody has in hand, of the queues that the caller may see.
 *
 * @param act open tickets that wait for an agent
 * @param atRisk open ones of which a promise is near or past
 * @param away whether they are away, or pause, now
 */
public record Colleague(long personId, String name, long open, long act, long atRisk, boolean away)
        implements Serializable {}
