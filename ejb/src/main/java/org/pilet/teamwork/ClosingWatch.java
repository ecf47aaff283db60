package org.pilet.teamwork;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.tickets.Field;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChanged;

/** Keeps a ticket from being solved or closed by people while something that must be done on it is not. */
@Dependent
class ClosingWatch {

    @Inject
    private TaskStore store;

    void closed(@Observes TicketChanged change) {
        boolean closing = change.field() == Field.STATUS
                && (change.status() == Status.CLOSED || change.status() == Status.RESOLVED)
                && change.actorId() != null;
        if (closing) {
            List<String> open = store.openRequired(change.ticketId());
            if (!open.isEmpty()) {
                throw new TasksOpen(open.get(0), open.size());
            }
        }
    }
}
