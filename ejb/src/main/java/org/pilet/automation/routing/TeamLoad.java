package org.pilet.automation.routing;

import java.io.Serializable;

/**
 * How a team stands, and whether its next seven days can be done by those who will be there.
 *
 * @param open tickets in its queues that agents must act on
 * @param unassigned those of them that nobody owns
 * @param held what its people have in hand, in all their queues
 * @param most what they can be given
 * @param nearlyFull so much of it that somebody should know: see {@link Loads#ALERT_PERCENT}
 * @param neededHours work that waits, and that a week like the last four brings
 * @param availableHours open hours of its people in these days, but for absences; shared among the teams that they are in
 * @param shortOfStaff more is needed than is available
 */
public record TeamLoad(
        long teamId,
        String name,
        long open,
        long unassigned,
        int held,
        int most,
        boolean nearlyFull,
        long neededHours,
        long availableHours,
        boolean shortOfStaff)
        implements Serializable {}
