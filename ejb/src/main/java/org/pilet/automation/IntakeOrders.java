package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.conversation.MessageReceived;
import org.pilet.platform.Outbox;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/** Orders the rules to be applied, in the transaction that opens a ticket, and has them applied after its commit. */
@Dependent
class IntakeOrders implements OutboxHandler {

    private static final String KIND = "automation.intake";

    @Inject
    private Outbox outbox;

    @EJB
    private IntakeRouting routing;

    void order(@Observes MessageReceived received) {
        if (received.opensTicket()) {
            String ids = received.ticketId() + " " + received.messageId();
            outbox.put(KIND, String.valueOf(received.ticketId()), ids, null);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(OutboxItem item) {
        String[] ids = item.payload().split(" ", 2);
        routing.route(Long.parseLong(ids[0]), Long.parseLong(ids[1]));
    }
}
