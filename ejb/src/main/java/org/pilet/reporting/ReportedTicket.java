package org.pilet.reporting;

import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Status;

/**
 * All that figures need to know of one ticket, as stored.
 *
 * @param calendarId of the business calendar that measures its open hours, null when it has no SLA
 * @param steps in order; the first one is the creation, and there is at least one
 * @param remarks public messages of people, in the order they were sent
 * @param deeds in order
 */
record ReportedTicket(
        long ticketId,
        boolean createdByAgent,
        Long calendarId,
        List<Step> steps,
        List<Remark> remarks,
        List<Target> targets,
        List<Deed> deeds) {

    /** Of which nobody wants to know who did what. */
    ReportedTicket(
            long ticketId,
            boolean createdByAgent,
            Long calendarId,
            List<Step> steps,
            List<Remark> remarks,
            List<Target> targets) {
        this(ticketId, createdByAgent, calendarId, steps, remarks, targets, List.of());
    }

    /** Something was done on it, by a person or by what works by itself. */
    record Deed(Instant at, DeedKind kind, boolean byPerson) {}

    enum DeedKind {
        /** It came to another queue or owner. */
        ROUTED,
        /** The customer was answered. */
        ANSWERED,
        CLOSED
    }

    /** Status and place from this moment on. */
    record Step(Instant at, Status status, Place place) {}

    /** A public message by a person, at the time it really went out; a bounced or unsent one is none. */
    record Remark(Instant at, boolean fromAgent, Long authorId) {}

    /**
     * An SLA clock: what has become of it, in the order it was noted.
     *
     * @param policyId that promised it
     */
    record Target(Metric metric, Long policyId, List<Turn> turns) {

        Target(Metric metric, List<Turn> turns) {
            this(metric, null, turns);
        }
    }

    record Turn(Instant at, TurnKind kind) {}

    enum TurnKind {
        MET,
        BREACHED,
        VOIDED,
        /** Counts again after it was met or void; what was breached stays so. */
        RESUMED,
        /** Somebody has decided that the breach shall not count; whenever that was, it holds for the breach. */
        EXCUSED
    }
}
