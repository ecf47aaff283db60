package org.pilet.automation;

import java.util.List;
import org.pilet.tickets.TicketChange;

/** What the rules make of an arrival: which rule changes what, in the order of the rules. */
public record IntakeDecision(List<Applied> applied) {

    /**
     * The part of one rule.
     *
     * @param cause as the history records it
     */
    public record Applied(long ruleId, String cause, List<TicketChange> changes) {}
}
