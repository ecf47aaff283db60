package org.pilet.tickets;

/** What of a ticket can change; the history's kind of event is derived from it. */
public enum Field {
    SUBJECT,
    STATUS,
    PRIORITY,
    IMPACT,
    URGENCY,
    TYPE,
    CATEGORY,
    QUEUE,
    OWNER,
    RESPONSIBLE,
    DUE_AT,
    TAGS,
    PARTICIPANTS,
    ESCALATED;

    /** For example {@code STATUS_CHANGED}. */
    public String eventKind() {
        return name() + "_CHANGED";
    }
}
