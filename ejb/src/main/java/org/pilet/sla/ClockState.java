package org.pilet.sla;

/** How a clock stands. */
public enum ClockState {
    /** Counting. */
    RUNNING,
    /** The ticket waits for somebody else; nothing counts. */
    PAUSED,
    /** Done in time: not later than the due time. */
    MET,
    /** Not done by the due time. This stays, whatever is done or agreed later. */
    BREACHED,
    /** Counts for nothing: the ticket was merged, is spam, or no policy applies to it any more. */
    VOID
}
