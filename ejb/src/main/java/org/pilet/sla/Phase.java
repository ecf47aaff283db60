package org.pilet.sla;

/** What a clock does during one stretch of its ticket's life. */
enum Phase {
    /** Open time counts. */
    RUNNING,
    /** Nothing counts, and the work is not done. */
    PAUSED,
    /** Nothing counts, the work is done. */
    STOPPED,
    /** Nothing counts and nothing is owed. */
    VOID
}
