package org.pilet.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;

/** The rules in force, read again only when somebody, on whichever node, has changed one. */
@ApplicationScoped
class RuleBooks {

    @Inject
    private RuleStore store;

    @Inject
    private RuleReader reader;

    private final AtomicReference<Edition> latest = new AtomicReference<>();

    /** As this transaction sees them. */
    RuleBook current() {
        long revision = store.revision();
        Edition known = latest.get();
        if (known != null && known.revision() == revision) {
            return known.book();
        }
        RuleBook book = RuleBinding.bind(store.groups(), store.rules(), reader);
        if (store.revision() == revision) { // else a rival has committed meanwhile, and nobody may reuse this one
            latest.set(new Edition(revision, book));
        }
        return book;
    }

    private record Edition(long revision, RuleBook book) {}
}
