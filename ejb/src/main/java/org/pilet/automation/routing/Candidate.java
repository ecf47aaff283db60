package org.pilet.automation.routing;

import java.time.Instant;

/**
 * Somebody who could get a ticket.
 *
 * @param load how many of the medium they have now, of {@code most}
 * @param lastAt their last turn in this queue; {@link Instant#EPOCH} if never
 */
record Candidate(long personId, String name, int load, int most, int weight, Instant lastAt, long turns) {}
