package org.pilet.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;

/** Where everything that leaves the process is written, in the transaction that decided it. */
@Dependent
public class Outbox {

    @Inject
    private OutboxStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<OutboxFilled> filled;

    /** For delivery as soon as this transaction has committed. The key must be unique within the kind. */
    public void put(String kind, String dedupKey, String payload, String cause) {
        put(kind, dedupKey, payload, cause, clock.now());
    }

    /** For delivery at {@code dueAt} or as soon after as possible. */
    public void put(String kind, String dedupKey, String payload, String cause, Instant dueAt) {
        store.add(new OutboxEntry(kind, dedupKey, payload, cause, clock.now(), dueAt));
        filled.fire(new OutboxFilled());
    }

    /** Takes back what is not yet being delivered; false when it is too late. */
    public boolean cancel(String kind, String dedupKey) {
        return store.cancel(kind, dedupKey, clock.now()) > 0;
    }
}
