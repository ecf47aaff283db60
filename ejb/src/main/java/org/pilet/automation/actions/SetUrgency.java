package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.Urgency;

/** Sets the urgency, which with the impact gives the priority. */
@Dependent
class SetUrgency implements ActionKind {

    @Override
    public String name() {
        return "urgency";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice("to", Urgency.class));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.SetUrgency(arguments.constant("to", Urgency.class)));
    }
}
