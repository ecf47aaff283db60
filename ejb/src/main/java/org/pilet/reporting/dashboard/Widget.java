package org.pilet.reporting.dashboard;

/** What a tile of the dashboard shows. */
public enum Widget {
    /** The lists, each with its count. */
    VIEWS,
    /** What the reader has done today, and yesterday. */
    MY_DAY,
    /** News for the reader. */
    NEWS,
    /** Tickets of which a promise is near or past. */
    AT_RISK,
    /** The reader's own open tickets, in the order in which they should be done. */
    MINE,
    /** Tickets that somebody has lost sight of. */
    ATTENTION,
    /** Open tickets that nobody owns. */
    UNASSIGNED,
    /** What the reader has still to do on tickets. */
    TASKS,
    /** The tickets that the reader had open last. */
    RECENT,
    /** Words that the reader has begun and not sent. */
    DRAFTS,
    /** Who of the reader's teams has how much in hand. */
    TEAM_LOAD,
    /** How much lies in each queue. */
    QUEUES,
    /** The first tickets of a list that was kept under a name. */
    KEPT_VIEW
}
