package org.pilet.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.catalog.CategoriesMerged;

/** Takes every ticket, and every queue that begins with it, along when a category becomes another; and back. */
@ApplicationScoped // one for all events
class MergedCategories {

    @Inject
    private CategoryUseStore store;

    void merged(@Observes CategoriesMerged event) {
        Author author = new Author(event.personId(), "AGENT", event.undone() ? "category-unmerged" : "category-merged");
        if (event.undone()) {
            store.bringBack(event.mergeId(), event.fromId(), event.intoId(), author, event.at());
        } else {
            store.takeAlong(event.mergeId(), event.fromId(), event.intoId(), author, event.at());
        }
    }
}
