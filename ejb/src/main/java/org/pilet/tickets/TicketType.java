package org.pilet.tickets;

/** What kind of request it is, in ITIL's words. */
public enum TicketType {
    INCIDENT,
    SERVICE_REQUEST,
    QUESTION,
    PROBLEM,
    CHANGE,
    TASK,
    COMPLAINT
}
