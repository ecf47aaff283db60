package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;

/** Looks for an owner: by skills (all of these, at least so well), working hours, load. */
@Dependent
class Route implements ActionKind {

    @Override
    public String name() {
        return "route";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.several("skills", Parameter.Type.SKILL).optional(),
                Parameter.one("level", Parameter.Type.NUMBER).optional());
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.route(arguments.numbers("skills"), arguments.has("level") ? (int) arguments.number("level") : 1);
    }
}
