package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/**
 * Asks a scheduled rule about every ticket that is not closed, each that it applies to in a transaction of its own; or, when
 * it is about none, has it open its own. The payload is the rule's id and the time it was due.
 */
@Dependent
class ScheduleOrders implements OutboxHandler {

    static final String KIND = "automation.schedule";

    @EJB
    private RuleEngine engine;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(OutboxItem item) {
        String[] order = item.payload().split(" ", 2);
        engine.onSchedule(Long.parseLong(order[0]), Instant.parse(order[1]));
    }
}
