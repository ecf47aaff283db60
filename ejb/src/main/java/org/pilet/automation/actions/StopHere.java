package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;

/** Asks no further rule of the group about this event. */
@Dependent
class StopHere implements ActionKind {

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.stop();
    }
}
