package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketType;

/** Sets the type. */
@Dependent
class SetType implements ActionKind {

    @Override
    public String name() {
        return "type";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice("to", TicketType.class));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.SetType(arguments.constant("to", TicketType.class)));
    }
}
