package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Status;

/** Answers the customer with a canned response, in their language. Statuses as in {@link SendReply}. */
@Dependent
class ReplyWithResponse implements ActionKind {

    @Override
    public String name() {
        return "replyWith";
    }

    @Override
    public List<Parameter> parameters() {
        return StatusAfterwards.parametersAfter(Parameter.one("response", Parameter.Type.RESPONSE));
    }

    @Override
    public void check(Arguments arguments) {
        StatusAfterwards.check(arguments);
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.replyWith(
                arguments.number("response"), arguments.constant("then", Status.class), arguments.text("reason"));
    }
}
