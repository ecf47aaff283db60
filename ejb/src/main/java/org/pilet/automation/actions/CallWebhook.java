package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;

/** Calls a webhook with the ticket. */
@Dependent
class CallWebhook implements ActionKind {

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.one("webhook", Parameter.Type.WEBHOOK),
                Parameter.one("note", Parameter.Type.TEXT).optional());
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.call(arguments.number("webhook"), arguments.text("note"));
    }
}
