package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Takes the escalation mark away. */
@Dependent
class UnmarkEscalated implements ActionKind {

    @Override
    public String name() {
        return "deescalate";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.SetEscalated(false));
    }
}
