package org.pilet.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.platform.Outbox;
import org.pilet.tickets.Field;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChanged;

/** Sees that a ticket is solved, and has those that repeat it solved too; each by itself, so that one harms no other. */
@ApplicationScoped // one for all events
class DuplicateWatch {

    static final String KIND = "duplicate.solved";

    @Inject
    private DuplicateStore store;

    @Inject
    private Outbox outbox;

    void changed(@Observes TicketChanged event) {
        if (event.field() == Field.STATUS && Status.RESOLVED.name().equals(event.newValue())) {
            for (long duplicate : store.openOnes(event.ticketId())) {
                String pair = duplicate + ":" + event.ticketId();
                outbox.put(KIND, pair + ":" + event.at(), pair, null);
            }
        }
    }
}
