package org.pilet.automation.actions;

import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Status;

/** The status that a ticket is given along with an answer, and the reason that a waiting one needs. */
final class StatusAfterwards {

    private StatusAfterwards() {}

    /** The answer's own parameter, and those of the status. */
    static List<Parameter> parametersAfter(Parameter answer) {
        return List.of(
                answer,
                Parameter.choice("then", Status.class).optional(),
                Parameter.one("reason", Parameter.Type.TEXT).optional());
    }

    static void check(Arguments arguments) {
        Status then = arguments.constant("then", Status.class);
        if (then == Status.NEW || then == Status.MERGED || then == Status.POSTPONED) {
            throw new InvalidInput(arguments.at("then"), "unknown", then.name());
        }
        if (then != null && then.isWaiting() && arguments.text("reason") == null) {
            throw new InvalidInput(arguments.at("reason"), "waitingReason");
        }
    }
}
