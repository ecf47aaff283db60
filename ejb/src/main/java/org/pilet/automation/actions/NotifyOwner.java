package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;

/**
 * Sends the owner a mail; the team's lead when nobody owns the ticket. Without words of its own it says in theirs that the
 * ticket needs them.
 */
@Dependent
class NotifyOwner implements ActionKind {

    @Override
    public String name() {
        return "notifyOwner";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.one("subject", Parameter.Type.TEXT).optional(),
                Parameter.one("text", Parameter.Type.LONG_TEXT).optional());
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.tell(Audience.OWNER, Set.of(), arguments.text("subject"), arguments.text("text"));
    }
}
