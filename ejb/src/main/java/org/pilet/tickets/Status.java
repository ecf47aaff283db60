package org.pilet.tickets;

import java.util.EnumSet;
import java.util.Set;

/** Where a ticket is in its life (features A3.2, "Status types"). The allowed transitions are part of the meaning. */
public enum Status {
    /** Not yet touched. */
    NEW,
    /** An agent must act. */
    OPEN,
    /** An agent has replied; the customer's reaction is awaited. */
    ANSWERED,
    /** Needs input from the customer. */
    PENDING,
    /** Waits for a third party. */
    ON_HOLD,
    /** Deferred to a date, when it wakes by itself. */
    POSTPONED,
    /** A solution was given; the customer may reopen. */
    RESOLVED,
    /** Final, and for reading only: a follow-up makes a new ticket. The desk may take it up again. */
    CLOSED,
    /** Its conversation goes on in another ticket. */
    MERGED,
    /** Unwanted. */
    SPAM,
    /** Taken away. */
    DELETED;

    private static final Set<Status> WORKABLE = EnumSet.of(NEW, OPEN, ANSWERED, PENDING, ON_HOLD, POSTPONED);
    private static final Set<Status> WAITING = EnumSet.of(PENDING, ON_HOLD, POSTPONED);

    /** Counts as backlog: neither solved, closed nor out of work (features 6.4). */
    public boolean isOpen() {
        return WORKABLE.contains(this);
    }

    /** A waiting status needs a reason (features A3.1). */
    public boolean isWaiting() {
        return WAITING.contains(this);
    }

    /** The statuses that may follow this one. */
    public Set<Status> next() {
        Set<Status> next;
        switch (this) {
            case RESOLVED -> next = EnumSet.of(OPEN, CLOSED, SPAM, DELETED);
            case MERGED -> next = EnumSet.noneOf(Status.class);
            case CLOSED, SPAM, DELETED -> next = EnumSet.of(OPEN);
            default -> {
                next = EnumSet.of(OPEN, ANSWERED, PENDING, ON_HOLD, POSTPONED, RESOLVED, CLOSED, MERGED, SPAM, DELETED);
                next.remove(this);
            }
        }
        return next;
    }

    public boolean mayBecome(Status other) {
        return next().contains(other);
    }
}
