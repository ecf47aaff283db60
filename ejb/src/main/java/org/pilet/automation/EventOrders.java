package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/** Asks the rules about what has happened, after its commit. */
@Dependent
class EventOrders implements OutboxHandler {

    static final String KIND = "automation.event";

    @EJB
    private RuleEngine engine;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public void deliver(OutboxItem item) {
        engine.hear(item.dedupKey(), item.payload());
    }

    @Override
    public void deliverApart(OutboxItem item, Exception failure) {
        engine.hearOneByOne(item.dedupKey(), item.payload());
    }
}
