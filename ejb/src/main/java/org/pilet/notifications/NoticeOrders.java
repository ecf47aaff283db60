package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/** Orders of all rooms to tell somebody something. */
@Dependent
class NoticeOrders implements OutboxHandler {

    @EJB
    private Notices notices;

    @Override
    public String kind() {
        return "notify";
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public void deliver(OutboxItem item) {
        notices.write(item.dedupKey(), item.payload());
    }
}
