package org.pilet.automation;

import java.util.List;
import org.pilet.tickets.TicketChange;

/**
 * A rule: when all conditions hold, these changes are made.
 *
 * @param id what the history names as the cause
 */
record IntakeRule(long id, String name, List<IntakeCondition> conditions, List<TicketChange> effects) {

    boolean appliesTo(Arrival arrival) {
        return conditions.stream().allMatch(condition -> condition.holds(arrival));
    }

    String cause() {
        return "rule:" + id + " " + name;
    }
}
