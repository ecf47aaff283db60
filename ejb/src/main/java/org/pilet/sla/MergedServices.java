package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.catalog.CategoriesMerged;

/** Agreements about a service are about the one that it has become; and about the old one again when that is undone. */
@Dependent
class MergedServices {

    @Inject
    private PolicyStore store;

    void merged(@Observes CategoriesMerged event) {
        if (event.undone()) {
            store.bringBack(event.mergeId(), event.fromId(), event.intoId());
        } else {
            store.takeAlong(event.mergeId(), event.fromId(), event.intoId());
        }
    }
}
