package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.automation.terms.YesNo;

/** Adds something to be done on the ticket. */
@Dependent
class AddTask implements ActionKind {

    @Override
    public String name() {
        return "task";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.one("task", Parameter.Type.TEXT),
                Parameter.one("assignee", Parameter.Type.PERSON).optional(),
                Parameter.one("within", Parameter.Type.MINUTES).optional(),
                Parameter.choice("required", YesNo.class).optional());
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.add(new TaskOrder(
                arguments.text("task"),
                arguments.has("assignee") ? arguments.number("assignee") : null,
                arguments.has("within") ? arguments.minutes("within") : null,
                arguments.constant("required", YesNo.class) == YesNo.YES));
    }
}
