package org.pilet.sla;

import java.time.Instant;
import java.util.Optional;
import org.pilet.tickets.Status;

/** How a clock should stand: the phase that the ticket is in for this metric, why, and since when. */
record Standing(Phase phase, String why, Instant since) {

    static final String NO_POLICY = "NO_POLICY";
    static final String NO_REPLY_NEEDED = "NO_REPLY_NEEDED";
    static final String ANSWERED = "ANSWERED";
    static final String OWNED = "OWNED";
    static final String PASSED_ON = "PASSED_ON";

    /**
     * What the ticket's status says: features B1.7, B1.11, B1.20. Closing a ticket does the work of a resolution; what
     * else was owed until then (an answer, an update, an owner) is owed no more, and was not given either.
     *
     * @param policy the one that applies and promises something for this metric, if one does
     * @param now when the ticket became what it is
     */
    static Standing of(Metric metric, TicketFacts ticket, Optional<Policy> policy, boolean breached, Instant now) {
        Status status = ticket.status();
        if (isOutOfWork(status)) {
            return new Standing(Phase.VOID, status.name(), now);
        }
        if (!status.isOpen()) {
            boolean done = metric.family() == Metric.Family.SOLVE || metric.family() == Metric.Family.TEAM || breached;
            return new Standing(done ? Phase.STOPPED : Phase.VOID, status.name(), now);
        }
        if (policy.isEmpty()) { // features B1.10: what was missed is not unmissed by promising nothing any more
            return breached
                    ? new Standing(Phase.RUNNING, status.name(), now)
                    : new Standing(Phase.VOID, NO_POLICY, now);
        }
        boolean waits = policy.get().pauses(metric, ticket);
        return new Standing(waits ? Phase.PAUSED : Phase.RUNNING, status.name(), now);
    }

    static Standing answered(Instant at) {
        return new Standing(Phase.STOPPED, ANSWERED, at);
    }

    static Standing owned(Instant at) {
        return new Standing(Phase.STOPPED, OWNED, at);
    }

    static boolean isOutOfWork(Status status) {
        return status == Status.MERGED || status == Status.SPAM || status == Status.DELETED;
    }
}
