package org.pilet.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.tickets.TicketsMerged;
import org.pilet.tickets.TicketsUnmerged;

/** Takes the words along when tickets are merged, and brings the same words back when that is undone. */
@ApplicationScoped // one for all events
class MergedMessages {

    @Inject
    private MessageStore store;

    void merged(@Observes TicketsMerged event) {
        store.flush();
        store.takeAlong(event.mergeId(), event.sourceId(), event.targetId());
    }

    void unmerged(@Observes TicketsUnmerged event) {
        store.flush();
        store.bringBack(event.mergeId(), event.sourceId(), event.targetId());
    }
}
