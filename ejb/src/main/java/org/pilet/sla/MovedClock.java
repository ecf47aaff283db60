package org.pilet.sla;

import java.io.Serializable;
import java.time.Instant;

/** A running clock that a change of the rules would move: its due time as it is and as it would be, null for none. */
public record MovedClock(long ticketId, Metric metric, Instant dueBefore, Instant dueAfter) implements Serializable {}
