package org.pilet.automation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What a rule would have done in the past.
 *
 * @param events how many events were looked at
 * @param tickets on how many tickets it would have acted
 * @param acted how often it would have acted; of so many the newest are in {@code lines}
 * @param more whether the period held more than was looked at
 */
public record DryRunReport(int events, int tickets, int acted, boolean more, List<DryRunLine> lines)
        implements Serializable {

    /**
     * One time.
     *
     * @param ticketId null, as the number, for a ticket that it would have opened: then the subject is that one's
     * @param event what would have woken it: the name of a happening
     * @param steps the actions that would have made a difference, by their place
     * @param conflicts rules in force that would have set the same field to something else at that moment, by id
     */
    public record DryRunLine(
            Instant at,
            Long ticketId,
            String ticketNumber,
            String subject,
            String event,
            List<Integer> steps,
            List<Long> conflicts)
            implements Serializable {}
}
