package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;

/** Writes an internal note. */
@Dependent
class AddNote implements ActionKind {

    @Override
    public String name() {
        return "note";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("text", Parameter.Type.LONG_TEXT));
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.note(arguments.text("text"));
    }
}
