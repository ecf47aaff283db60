package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;

/** Adds all tasks of a kept checklist to the ticket. */
@Dependent
class AddChecklist implements ActionKind {

    @Override
    public String name() {
        return "checklist";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("checklist", Parameter.Type.CHECKLIST));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.addChecklist(arguments.number("checklist"));
    }
}
