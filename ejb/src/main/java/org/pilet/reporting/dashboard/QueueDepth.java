package org.pilet.reporting.dashboard;

import java.io.Serializable;

/** How much lies in a queue. */
public record QueueDepth(long queueId, String name, long open, long unassigned, long atRisk) implements Serializable {}
