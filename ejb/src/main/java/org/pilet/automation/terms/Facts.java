package org.pilet.automation.terms;

import java.time.Instant;
import java.util.List;
import org.pilet.tickets.TicketChange;

/** All that a rule can know: what happened, the ticket, the words, the promises, and the time. */
public record Facts(
        Happening happening,
        TicketFacts ticket,
        MessageFacts message,
        List<ClockFacts> clocks,
        OpenCalendars calendars,
        Instant now) {

    /** The same after a change to the ticket. */
    public Facts after(TicketChange change) {
        return new Facts(happening, ticket.after(change, now), message, clocks, calendars, now);
    }
}
