package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketChange;

/** Sets the priority. */
@Dependent
class SetPriority implements ActionKind {

    @Override
    public String name() {
        return "priority";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice("to", Priority.class));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.SetPriority(arguments.constant("to", Priority.class)));
    }
}
