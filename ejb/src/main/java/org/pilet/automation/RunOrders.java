package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/** Goes on with a run whose wait is over, or that an administrator wants tried again. The key is the run's id and step. */
@Dependent
class RunOrders implements OutboxHandler {

    static final String KIND = "automation.run";

    @EJB
    private RuleEngine engine;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(OutboxItem item) {
        engine.goOn(Long.parseLong(item.payload()));
    }
}
