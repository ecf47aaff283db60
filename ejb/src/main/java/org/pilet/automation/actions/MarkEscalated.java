package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Marks the ticket as escalated. */
@Dependent
class MarkEscalated implements ActionKind {

    @Override
    public String name() {
        return "escalate";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.SetEscalated(true));
    }
}
