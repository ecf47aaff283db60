package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.platform.InvalidInput;
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
        return List.of(
                Parameter.one("response", Parameter.Type.RESPONSE),
                Parameter.choice("then", Status.class).optional(),
                Parameter.one("reason", Parameter.Type.TEXT).optional());
    }

    @Override
    public void check(Arguments arguments) {
        Status then = arguments.constant("then", Status.class);
        if (then == Status.NEW || then == Status.MERGED || then == Status.POSTPONED) {
            throw new InvalidInput(arguments.at("then"), "unknown", then.name());
        }
        if (then != null && then.isWaiting() && arguments.text("reason") == null) {
            throw new InvalidInput(arguments.at("reason"), "waitingReason");
        }
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.replyWith(
                arguments.number("response"), arguments.constant("then", Status.class), arguments.text("reason"));
    }
}
