package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import org.pilet.platform.Outage;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/** Goes on with a run whose wait is over, or that an administrator wants tried again. The key is the run's id and step. */
@Dependent
class RunOrders implements OutboxHandler {

    static final String KIND = "automation.run";

    @EJB
    private RuleRuns runs;

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
        runs.goOn(Long.parseLong(item.payload()));
    }

    @Override
    public void deliverApart(OutboxItem item, Exception failure) throws Exception {
        if (Outage.in(failure)) {
            throw failure;
        }
        engine.failedAgain(Long.parseLong(item.payload()), failure);
    }
}
