package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.automation.terms.YesNo;

/** Does what follows so much later; with YES only if the conditions hold then. */
@Dependent
class WaitFor implements ActionKind {

    @Override
    public String name() {
        return "wait";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.one("minutes", Parameter.Type.MINUTES),
                Parameter.choice("ifStill", YesNo.class).optional());
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.waitFor(arguments.minutes("minutes"), arguments.constant("ifStill", YesNo.class) == YesNo.YES);
    }
}
