package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Impact;
import org.pilet.tickets.TicketChange;

/** Sets the impact, which with the urgency gives the priority. */
@Dependent
class SetImpact implements ActionKind {

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice("to", Impact.class));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.SetImpact(arguments.constant("to", Impact.class)));
    }
}
