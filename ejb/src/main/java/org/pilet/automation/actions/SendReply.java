package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Status;

/** Answers the customer; with RESOLVED the answer is the solution. Without a status the ticket keeps its own. */
@Dependent
class SendReply implements ActionKind {

    @Override
    public String name() {
        return "reply";
    }

    @Override
    public List<Parameter> parameters() {
        return StatusAfterwards.parametersAfter(Parameter.one("text", Parameter.Type.LONG_TEXT));
    }

    @Override
    public void check(Arguments arguments) {
        StatusAfterwards.check(arguments);
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.reply(arguments.text("text"), arguments.constant("then", Status.class), arguments.text("reason"));
    }
}
