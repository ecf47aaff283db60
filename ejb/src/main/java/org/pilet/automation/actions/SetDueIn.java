package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Sets a due date so much later than now. */
@Dependent
class SetDueIn implements ActionKind {

    @Override
    public String name() {
        return "dueIn";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("minutes", Parameter.Type.MINUTES));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.SetDueAt(work.facts().now().plus(arguments.minutes("minutes"))));
    }
}
