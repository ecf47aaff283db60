package org.pilet.automation.terms;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.pilet.tickets.TicketChange;

/** All that a rule can know: what happened, the ticket, the words, the promises, and the time. Read when asked for. */
public final class Facts {

    private final Happening happening;
    private final TicketFacts ticket;
    private final Supplier<MessageFacts> message;
    private final Supplier<List<ClockFacts>> clocks;
    private final OpenCalendars calendars;
    private final Instant now;

    public Facts(
            Happening happening,
            TicketFacts ticket,
            Supplier<MessageFacts> message,
            Supplier<List<ClockFacts>> clocks,
            OpenCalendars calendars,
            Instant now) {
        this.happening = happening;
        this.ticket = ticket;
        this.message = Remembered.of(message);
        this.clocks = Remembered.of(clocks);
        this.calendars = calendars;
        this.now = now;
    }

    public Happening happening() {
        return happening;
    }

    public TicketFacts ticket() {
        return ticket;
    }

    public MessageFacts message() {
        return message.get();
    }

    public List<ClockFacts> clocks() {
        return clocks.get();
    }

    public OpenCalendars calendars() {
        return calendars;
    }

    public Instant now() {
        return now;
    }

    /** The same after a change to the ticket. */
    public Facts after(TicketChange change) {
        return new Facts(happening, ticket.after(change, now), message, clocks, calendars, now);
    }
}
