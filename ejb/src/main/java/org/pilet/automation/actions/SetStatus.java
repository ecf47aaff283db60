package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;

/** Sets the status. A waiting one needs its reason; POSTPONED also for how long. */
@Dependent
class SetStatus implements ActionKind {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("to", Status.class),
                Parameter.one("reason", Parameter.Type.TEXT).optional(),
                Parameter.one("minutes", Parameter.Type.MINUTES).optional());
    }

    @Override
    public void check(Arguments arguments) {
        Status to = arguments.constant("to", Status.class);
        if (to == Status.RESOLVED) {
            throw new InvalidInput(arguments.at("to"), "solutionNeeded");
        }
        if (to == Status.NEW || to == Status.MERGED) {
            throw new InvalidInput(arguments.at("to"), "unknown", to.name());
        }
        if (to.isWaiting() && arguments.text("reason") == null) {
            throw new InvalidInput(arguments.at("reason"), "waitingReason");
        }
        if (to == Status.POSTPONED && !arguments.has("minutes")) {
            throw new InvalidInput(arguments.at("minutes"), "required");
        }
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        Status to = arguments.constant("to", Status.class);
        Instant wakeUp = to == Status.POSTPONED ? work.facts().now().plus(arguments.minutes("minutes")) : null;
        work.change(new TicketChange.SetStatus(to, arguments.text("reason"), wakeUp));
    }
}
