package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Priority;

/** Opens another ticket as a part of this one; where there is none yet, the ticket that all further actions are about. */
@Dependent
class OpenLinkedTicket implements ActionKind {

    @Override
    public String name() {
        return OPENS;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.one("subject", Parameter.Type.TEXT),
                Parameter.one("queue", Parameter.Type.QUEUE),
                Parameter.choice("priority", Priority.class).optional(),
                Parameter.one("owner", Parameter.Type.PERSON).optional(),
                Parameter.one("requester", Parameter.Type.PERSON).optional(),
                Parameter.one("text", Parameter.Type.LONG_TEXT).optional());
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.open(new TicketOrder(
                arguments.text("subject"),
                arguments.number("queue"),
                arguments.constant("priority", Priority.class),
                arguments.has("owner") ? arguments.number("owner") : null,
                arguments.has("requester") ? arguments.number("requester") : null,
                arguments.text("text")));
    }
}
