package org.pilet.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.pilet.platform.Settings;

/** The rules in force, read again only when somebody, on whichever node, has changed one. */
@ApplicationScoped
class Rulebooks {

    @Inject
    private PolicyStore policies;

    @Inject
    private CalendarStore calendars;

    @Inject
    private Settings settings;

    private final AtomicReference<Edition> latest = new AtomicReference<>();

    /** As this transaction sees them. */
    Rulebook current() {
        long revision = policies.revision();
        Edition known = latest.get();
        if (known != null && known.revision() == revision) {
            return known.book();
        }
        Rulebook book = new Rulebook(policies.all(), calendars.all(), settings.zone());
        // Had a rival committed between these reads, the number would be older than the book; then nobody may reuse it.
        if (policies.revision() == revision) {
            latest.set(new Edition(revision, book));
        }
        return book;
    }

    private record Edition(long revision, Rulebook book) {}
}
