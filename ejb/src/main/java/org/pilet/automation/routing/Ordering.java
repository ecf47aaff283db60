package org.pilet.automation.routing;

/** Which of a queue's tickets is next. */
public enum Ordering {
    /** First come, first served. */
    ARRIVAL("t.created_at, t.id"),
    /** The promise that is due next, then the more urgent, then the older. */
    URGENCY("(select min(c.due_at) from rule_promise c where c.ticket_id = t.id and c.completed_at is null and"
            + " c.voided_at is null) nulls last, array_position(array['URGENT', 'HIGH', 'NORMAL', 'LOW'], t.priority),"
            + " t.created_at, t.id");

    private final String columns;

    Ordering(String columns) {
        this.columns = columns;
    }

    String columns() {
        return columns;
    }
}
