package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Lets somebody take part in the conversation no longer. */
@Dependent
class RemoveParticipant implements ActionKind {

    @Override
    public String name() {
        return "removeParticipant";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("person", Parameter.Type.PERSON));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.RemoveParticipant(arguments.number("person")));
    }
}
