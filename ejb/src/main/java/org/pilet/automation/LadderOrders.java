package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/** Orders of the escalation ladder to run a macro or to call a webhook. */
@Dependent
class LadderOrders implements OutboxHandler {

    @EJB
    private LadderDeeds deeds;

    @Override
    public String kind() {
        return "ladder.step";
    }

    @Override
    public boolean isLocal() {
        return true; // what leaves the process goes to the outbox again
    }

    @Override
    public void deliver(OutboxItem item) {
        deeds.perform(item.dedupKey(), item.payload());
    }
}
