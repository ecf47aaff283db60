package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.MessageFacts;
import org.pilet.automation.terms.OpenCalendars;
import org.pilet.automation.terms.TicketSketch;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.sla.BusinessCalendars;

/** Reads what rules are to know of tickets at present: the ticket at once, its words and promises when one asks. */
@Dependent
class FactReader {

    @Inject
    private FactStore store;

    @EJB
    private BusinessCalendars calendars;

    @Inject
    private Clock clock;

    FactReader() {}

    FactReader(FactStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Refused with {@link NotFound}. */
    Facts read(long ticketId, Happening happening) {
        return find(ticketId, happening).orElseThrow(() -> new NotFound("ticket", ticketId));
    }

    Optional<Facts> find(long ticketId, Happening happening) {
        return all(List.of(ticketId), happening).stream().findFirst();
    }

    /** Those that there are, by one statement. */
    List<Facts> all(Collection<Long> ticketIds, Happening happening) {
        Instant now = clock.now();
        return store.tickets(ticketIds, now).values().stream()
                .map(sketch -> facts(sketch, happening, now))
                .toList();
    }

    OpenCalendars calendars() {
        return this::isOpen;
    }

    private Facts facts(TicketSketch sketch, Happening happening, Instant now) {
        long id = sketch.id;
        Supplier<MessageFacts> message = happening.kind() == Happening.Kind.HOOK
                ? () -> MessageFacts.NONE
                : () -> store.message(id, happening.messageId());
        return new Facts(
                happening,
                sketch.facts(),
                message,
                () -> store.clocks(List.of(id)).getOrDefault(id, List.of()),
                calendars(),
                now);
    }

    private boolean isOpen(long calendarId, Instant at) {
        return !calendars.openTime(calendarId, at, at.plusSeconds(1)).isZero();
    }
}
