package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Moves the ticket to a queue. */
@Dependent
class MoveToQueue implements ActionKind {

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("to", Parameter.Type.QUEUE));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.Move(arguments.number("to")));
    }
}
