package org.pilet.sla;

import java.io.Serializable;
import java.util.List;

/** How a clock stands, and how its due time comes about, piece by piece. */
public record ExplainedClock(ClockView clock, List<ExplainedInterval> pieces) implements Serializable {}
