package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.TicketChange;

/** Adds a tag. */
@Dependent
class AddTag implements ActionKind {

    private static final int LONGEST = 50;

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("tag", Parameter.Type.TEXT));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.change(new TicketChange.AddTag(arguments.text("tag")));
    }

    @Override
    public void check(Arguments arguments) {
        if (arguments.text("tag").strip().length() > LONGEST) {
            throw new InvalidInput(arguments.at("tag"), "tag");
        }
    }
}
