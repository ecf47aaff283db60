package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.MessageFacts;
import org.pilet.automation.terms.OpenCalendars;
import org.pilet.platform.Clock;
import org.pilet.sla.BusinessCalendars;

/** Reads what rules are to know of a ticket at present. */
@Dependent
class FactReader {

    @Inject
    private FactStore store;

    @EJB
    private BusinessCalendars calendars;

    @Inject
    private Clock clock;

    Facts read(long ticketId, Happening happening) {
        boolean hook = happening.kind() == Happening.Kind.HOOK;
        MessageFacts message = hook ? MessageFacts.NONE : store.message(ticketId, happening.messageId());
        return new Facts(
                happening,
                store.ticket(ticketId, clock.now()),
                message,
                store.clocks(List.of(ticketId)).getOrDefault(ticketId, List.of()),
                calendars(),
                clock.now());
    }

    OpenCalendars calendars() {
        return this::isOpen;
    }

    private boolean isOpen(long calendarId, Instant at) {
        return !calendars.openTime(calendarId, at, at.plusSeconds(1)).isZero();
    }
}
