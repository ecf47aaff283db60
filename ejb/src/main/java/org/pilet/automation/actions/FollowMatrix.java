package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Lets impact and urgency decide on the priority again, whoever has chosen it. */
@Dependent
class FollowMatrix implements ActionKind {

    @Override
    public String name() {
        return "followMatrix";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.FollowMatrix());
    }
}
