package org.pilet.search;

/** What part of the tickets a list shows, before any filter. */
public enum WorkListView {
    /** Open ones that the caller owns. */
    MINE,
    /** Open ones that the caller is responsible for, whoever works them (features A4.4). */
    RESPONSIBLE,
    /** Open ones in the queues of the caller's teams. */
    TEAM,
    /** Open ones that nobody owns. */
    UNASSIGNED,
    /**
     * Open ones that somebody has lost sight of: nobody's for an hour, past the due date set by hand or a promise, waiting
     * past their date, or answered five days ago and not settled since (features A3.11).
     */
    NEEDS_ATTENTION,
    /** Open ones of which a clock has passed its first warning or its due time. */
    AT_RISK,
    /** Open ones that the escalation ladder has marked. */
    ESCALATED,
    /** All open ones. */
    ALL_OPEN,
    /** Resolved and closed ones. */
    CLOSED,
    /** Everything but what was deleted. */
    ALL;

    /** Whether it shows backlog only, which is short; the others grow for ever. */
    public boolean isOpenOnly() {
        return this != CLOSED && this != ALL;
    }
}
