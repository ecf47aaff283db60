package org.pilet.search;

/** What one gesture may do to many tickets. */
public enum BulkField {
    OWNER,
    PRIORITY,
    IMPACT,
    URGENCY,
    STATUS,
    QUEUE,
    CATEGORY,
    ADD_TAG,
    REMOVE_TAG,
    REPLY,
    MERGE,
    /** Opens a ticket for the problem behind them all, and links each to it as caused by it. */
    PROBLEM,
    /** Does all that a macro says. */
    MACRO;

    /** A ticket made of more than these, or linked to more, is read by nobody. */
    private static final int MOST_MERGED = 200;

    /** How many tickets it takes at once. */
    int most() {
        return this == MERGE || this == PROBLEM ? MOST_MERGED : BulkRuns.MOST;
    }
}
