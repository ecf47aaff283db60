package org.pilet.conversation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;
import org.pilet.platform.Refusal;

/** Sends the answers whose time has come; what is refused at that moment is kept for its author. */
@Dependent
class HeldReplyCourier implements OutboxHandler {

    @EJB
    private HeldReplies held;

    @Override
    public String kind() {
        return HeldReplies.KIND;
    }

    @Override
    public void deliver(OutboxItem item) {
        long id = Long.parseLong(item.payload());
        try {
            held.send(id);
        } catch (Refusal no) {
            held.stop(id, no.key());
        }
    }
}
