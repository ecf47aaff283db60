package org.pilet.automation;

/** A date of a ticket that a rule may count from. */
public enum Moment {
    CREATED("t.created_at"),
    CHANGED("t.changed_at"),
    STATUS_SINCE("t.status_since"),
    DUE("t.due_at"),
    WAKE_UP("t.wake_up_at"),
    ASSIGNED("t.assigned_at"),
    FIRST_RESPONSE("t.first_response_at"),
    RESOLVED("t.resolved_at"),
    CLOSED("t.closed_at"),
    LAST_CUSTOMER_MESSAGE("(select max(m.at) from message m where m.ticket_id = t.id and m.origin = 'CUSTOMER')"),
    LAST_AGENT_REPLY("(select max(m.at) from message m where m.ticket_id = t.id and m.origin = 'AGENT' and m.visibility"
            + " = 'PUBLIC')"),
    PROMISE_DUE("(select min(c.due_at) from rule_promise c where c.ticket_id = t.id and c.completed_at is null and"
            + " c.voided_at is null)");

    /** On which side of it. */
    public enum Side {
        BEFORE,
        AFTER
    }

    private final String column;

    Moment(String column) {
        this.column = column;
    }

    /** Whether only closed tickets have it; of all others, closed ones are left alone. */
    boolean isOfClosed() {
        return this == CLOSED;
    }

    /** Of the ticket {@code t}. */
    String column() {
        return column;
    }
}
