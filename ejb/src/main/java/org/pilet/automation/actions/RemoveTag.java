package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketChange;

/** Takes a tag away. */
@Dependent
class RemoveTag implements ActionKind {

    @Override
    public String name() {
        return "untag";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("tag", Parameter.Type.TEXT));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.RemoveTag(arguments.text("tag")));
    }
}
