package org.pilet.sla;

import java.time.Instant;
import java.util.Optional;
import org.pilet.tickets.Status;

/** What a metric's clock should be doing, given the ticket as it is now. */
record Standing(Phase phase, String why, Instant since) {

    private static final String NO_POLICY = "NO_POLICY";

    /**
     * Features B1.7, B1.11 to B1.13, B1.20.
     *
     * @param policy the one that applies and promises something for this metric, if one does
     * @param now when the ticket became what it is
     */
    static Standing of(Metric metric, TicketFacts ticket, Optional<Policy> policy, Instant now) {
        Status status = ticket.status();
        if (metric == Metric.FIRST_RESPONSE && ticket.firstResponseAt() != null) {
            return new Standing(Phase.STOPPED, "ANSWERED", ticket.firstResponseAt());
        }
        if (status == Status.MERGED || status == Status.SPAM || status == Status.DELETED) {
            return new Standing(Phase.VOID, status.name(), now);
        }
        if (!status.isOpen()) {
            // Closed without any answer: no answer is owed any more, and none was given either.
            Phase phase = metric == Metric.FIRST_RESPONSE ? Phase.VOID : Phase.STOPPED;
            return new Standing(phase, status.name(), now);
        }
        if (policy.isEmpty()) {
            return new Standing(Phase.VOID, NO_POLICY, now);
        }
        boolean waits = policy.get().pauses(metric, ticket);
        return new Standing(waits ? Phase.PAUSED : Phase.RUNNING, status.name(), now);
    }
}
