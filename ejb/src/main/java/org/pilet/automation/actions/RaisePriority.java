package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Raises the priority by one step, unless it is the highest already. */
@Dependent
class RaisePriority implements ActionKind {

    @Override
    public String name() {
        return "raisePriority";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(
                new TicketChange.SetPriority(work.facts().ticket().priority().raised()));
    }
}
