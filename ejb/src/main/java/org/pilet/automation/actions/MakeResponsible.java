package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Makes somebody responsible for the ticket. */
@Dependent
class MakeResponsible implements ActionKind {

    @Override
    public String name() {
        return "responsible";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("to", Parameter.Type.PERSON));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.SetResponsible(arguments.number("to")));
    }
}
