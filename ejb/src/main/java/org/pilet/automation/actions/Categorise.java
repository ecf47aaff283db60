package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Puts the ticket into a category. */
@Dependent
class Categorise implements ActionKind {

    @Override
    public String name() {
        return "category";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("to", Parameter.Type.CATEGORY));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.Categorise(arguments.number("to")));
    }
}
