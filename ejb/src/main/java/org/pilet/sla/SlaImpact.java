package org.pilet.sla;

import java.io.Serializable;
import java.util.List;

/**
 * What a change of the rules would do to running clocks.
 *
 * @param tickets how many tickets were looked at
 * @param complete false when there are more than were looked at
 * @param moved the clocks that would move, those that are due first at the beginning
 */
public record SlaImpact(int tickets, boolean complete, List<MovedClock> moved) implements Serializable {}
