package org.pilet.search;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;
import org.pilet.platform.Refusal;

/**
 * Carries out gestures on many tickets, one after the other. A server that dies leaves the rest waiting: whoever takes the
 * order up again goes on with it.
 */
@Dependent
class BulkOrders implements OutboxHandler {

    static final String KIND = "bulk";

    private static final int AT_ONCE = 50;

    @EJB
    private BulkWork work;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(OutboxItem item) {
        long run = Long.parseLong(item.payload());
        for (List<Long> next = work.waiting(run, AT_ONCE); !next.isEmpty(); next = work.waiting(run, AT_ONCE)) {
            next.forEach(ticketId -> step(run, ticketId));
        }
        tidy(run);
        work.finished(run);
    }

    private void tidy(long run) {
        try {
            work.leaveNothing(run);
        } catch (Refusal no) {
            // somebody has gone on with what was opened: it is theirs now, and stays
        }
    }

    private void step(long run, long ticketId) {
        try {
            work.step(run, ticketId);
        } catch (Refusal no) {
            work.refused(run, ticketId, no);
        }
    }
}
