package org.pilet.sla;

/** What can happen to a clock. */
enum ClockEventKind {
    STARTED,
    PAUSED,
    RESUMED,
    /** Stopped in time. */
    MET,
    /** Stopped too late. */
    MISSED,
    REOPENED,
    VOIDED,
    /** Other terms hold. */
    RETARGETED,
    /** The wait began earlier than was known: a ticket whose customer waits was merged into this one. */
    INHERITED,
    /** What stopped it is found not to have happened: the reply never arrived. */
    REVOKED,
    /** Somebody has set the due time by hand, or left it to the budget again. */
    DUE_SET,
    /** Somebody has decided that the breach shall not count, and said why. */
    OVERRIDDEN,
    /** The calendar has changed, and with it the due time. */
    RECOUNTED,
    /** A level before the due time was passed. */
    WARNED,
    /** The due time was passed. */
    BREACHED,
    /** A level after the due time was passed. */
    ESCALATED,
    /** The actions of a level that was passed have been carried out. */
    ACTED;

    /** Entering this phase from that one, or null for the very first. */
    static ClockEventKind entering(Phase phase, Phase from, boolean breached) {
        return switch (phase) {
            case PAUSED -> PAUSED;
            case STOPPED -> breached ? MISSED : MET;
            case VOID -> VOIDED;
            case RUNNING -> from == null ? STARTED : from == Phase.PAUSED ? RESUMED : REOPENED;
        };
    }

    static ClockEventKind passing(EscalationLadder.Rung rung) {
        if (rung.isDue()) {
            return BREACHED;
        }
        return rung.isWarning() ? WARNED : ESCALATED;
    }

    /** What the clock does from this event on; null if it goes on with what it did. */
    Phase phase() {
        return switch (this) {
            case STARTED, RESUMED, REOPENED -> Phase.RUNNING;
            case PAUSED -> Phase.PAUSED;
            case MET, MISSED -> Phase.STOPPED;
            case VOIDED -> Phase.VOID;
            default -> null;
        };
    }

    /** Whether the ticket's history tells it: everything but what has lines of its own there. */
    boolean isHistory() {
        return this != ACTED;
    }
}
