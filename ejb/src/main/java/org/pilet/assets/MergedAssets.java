package org.pilet.assets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.tickets.TicketsMerged;
import org.pilet.tickets.TicketsUnmerged;

/** What a ticket told of, the one tells of that it went into; till that is undone. */
@Dependent
class MergedAssets {

    @Inject
    private AssetStore store;

    void merged(@Observes TicketsMerged event) {
        store.takeAlong(event.mergeId(), event.sourceId(), event.targetId(), event.at());
    }

    void unmerged(@Observes TicketsUnmerged event) {
        store.bringBack(event.mergeId());
    }
}
