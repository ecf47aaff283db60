package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;

/** Writes the history's line and tells whom it concerns, together. */
@Dependent
class TicketHistory {

    @Inject
    private TicketStore store;

    @Inject
    private Event<TicketChanged> changed;

    void record(Ticket ticket, Author author, Instant at, String kind, String oldValue, String newValue) {
        store.add(new TicketEvent(ticket, author, at, kind, oldValue, newValue));
    }

    /** Call after the entity has the new value: the line keeps status, queue and owner as they are from now on. */
    void changed(Ticket ticket, Author author, Instant at, Field field, Object oldValue, Object newValue) {
        String before = text(oldValue);
        String after = text(newValue);
        record(ticket, author, at, field.eventKind(), before, after);
        changed.fire(new TicketChanged(
                ticket.id(),
                field,
                before,
                after,
                at,
                author.personId(),
                author.cause(),
                ticket.queueId(),
                ticket.status(),
                author.noteId()));
    }

    private static String text(Object value) {
        return value == null ? null : value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
