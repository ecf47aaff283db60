package org.pilet.automation.actions;

/** Who is told. */
public enum Audience {
    /** The people named. */
    PEOPLE,
    /** Everybody in the teams named. */
    TEAMS,
    /** Everybody in the team of the ticket's queue. */
    TEAM,
    /** The ticket's owner; the lead of its queue's team when nobody owns it. */
    OWNER,
    /** Who is responsible for the ticket. */
    RESPONSIBLE,
    /** The lead of the team of the ticket's queue. */
    LEAD,
    /** Who is on call duty for the team of the ticket's queue; without anybody its lead. */
    ON_DUTY,
    /** All administrators. */
    ADMINISTRATORS
}
