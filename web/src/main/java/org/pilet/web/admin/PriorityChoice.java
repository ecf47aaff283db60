package org.pilet.web.admin;

import java.io.Serializable;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.PriorityCell;
import org.pilet.tickets.Urgency;

/** A cell of the matrix of priorities, as it is being chosen. */
public class PriorityChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Impact impact;
    private final Urgency urgency;
    private Priority priority;

    PriorityChoice(PriorityCell cell) {
        impact = cell.impact();
        urgency = cell.urgency();
        priority = cell.priority();
    }

    PriorityCell chosen() {
        return new PriorityCell(impact, urgency, priority);
    }

    public Impact getImpact() {
        return impact;
    }

    public Urgency getUrgency() {
        return urgency;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }
}
