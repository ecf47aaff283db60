package org.pilet.sla;

import java.util.Set;
import org.pilet.tickets.Status;

/** What a target is about (features B1.1). */
public enum Metric {
    /** Until somebody owns the ticket for the first time. */
    TIME_TO_OWN(Family.OWN, Pauses.NEVER),
    /** Until the first public answer by a human agent. Never pauses by status, unless a policy says so. */
    FIRST_RESPONSE(Family.ANSWER, Pauses.NEVER),
    /**
     * From the customer's first words since the last answer until the next answer, again and again; not before the first
     * response has been given (features B1.18).
     */
    NEXT_RESPONSE(Family.NEXT, Pauses.NEVER),
    /** From answer to answer, whether or not the customer waits; not before the first response has been given. */
    PERIODIC_UPDATE(Family.UPDATE, Pauses.NEVER),
    /** As {@link #PERIODIC_UPDATE}, but it waits for customers, third parties and dates. */
    PAUSABLE_UPDATE(Family.UPDATE, Pauses.WAITING),
    /** Until the ticket is resolved, without what the customer takes: waits for third parties and dates count. */
    REQUESTER_WAIT(Family.SOLVE, Pauses.CUSTOMER),
    /** Until the ticket is resolved, only while agents have it in hand. */
    AGENT_WORK(Family.SOLVE, Pauses.ALL_BUT_WORK),
    /** Until the ticket is resolved or closed; a reopened ticket goes on with what was left. */
    RESOLUTION(Family.SOLVE, Pauses.WAITING),
    /** Until the ticket is resolved or closed, whoever it waits for. */
    TOTAL_RESOLUTION(Family.SOLVE, Pauses.NEVER),
    /** Until the team that has the ticket resolves it or passes it on; begins anew with each team (features B1.16). */
    TEAM_RESOLUTION(Family.TEAM, Pauses.WAITING);

    /** When the clocks of a metric begin and end. */
    enum Family {
        OWN,
        ANSWER,
        NEXT,
        UPDATE,
        SOLVE,
        TEAM
    }

    private final Family family;
    private final Set<Status> usualPauses;

    Metric(Family family, Set<Status> usualPauses) {
        this.family = family;
        this.usualPauses = usualPauses;
    }

    Family family() {
        return family;
    }

    /** The statuses in which its clocks stand still where a policy says nothing else (features B1.7). */
    public Set<Status> usualPauses() {
        return usualPauses;
    }

    private static final class Pauses {
        private static final Set<Status> NEVER = Set.of();
        private static final Set<Status> WAITING = Set.of(Status.PENDING, Status.ON_HOLD, Status.POSTPONED);
        private static final Set<Status> CUSTOMER = Set.of(Status.ANSWERED, Status.PENDING);
        private static final Set<Status> ALL_BUT_WORK =
                Set.of(Status.ANSWERED, Status.PENDING, Status.ON_HOLD, Status.POSTPONED);
    }
}
