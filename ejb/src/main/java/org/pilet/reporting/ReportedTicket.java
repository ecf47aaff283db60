package org.pilet.reporting;

import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Status;

/**
 * All that figures need to know of one ticket, as stored.
 *
 * @param policyId the SLA policy whose calendar measures its business time, null when none
 * @param steps in order; the first one is the creation, and there is at least one
 * @param remarks public messages of people, in the order they were sent
 */
record ReportedTicket(
        long ticketId,
        boolean createdByAgent,
        Long policyId,
        List<Step> steps,
        List<Remark> remarks,
        List<Target> targets) {

    /** Status and place from this moment on. */
    record Step(Instant at, Status status, Place place) {}

    /** A public message by a person, at the time it really went out; a bounced or unsent one is none. */
    record Remark(Instant at, boolean fromAgent, Long authorId) {}

    /**
     * What an SLA clock came to.
     *
     * @param metric the metric that its compliance is counted under
     * @param decidedAt when it was met or breached, null while it is running or paused
     * @param voidedAt when it lost its meaning, null when it did not
     */
    record Target(Metric metric, Instant dueAt, Instant decidedAt, boolean met, Instant voidedAt) {}
}
