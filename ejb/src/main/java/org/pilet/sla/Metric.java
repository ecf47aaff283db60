package org.pilet.sla;

/** What a target is about. */
public enum Metric {
    /** Until the first public answer by a human agent. Never pauses by status, unless a policy says so. */
    FIRST_RESPONSE,
    /** Until the ticket is resolved or closed; a reopened ticket goes on with what was left. */
    RESOLUTION
}
