package org.pilet.automation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.pilet.automation.terms.ClockFacts;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.MessageFacts;
import org.pilet.automation.terms.TicketSketch;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

/** A ticket that came by mail at noon, and what of it a test wants otherwise. */
class FactSketch {

    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    final TicketSketch ticket = new TicketSketch();
    final List<ClockFacts> clocks = new ArrayList<>();
    MessageFacts message = new MessageFacts("Juri@Mail.Contoso.example", "", "", "please pay\nat once", false, 0);
    Happening happening =
            new Happening(Happening.Kind.OPENED, NOON, null, null, null, null, "CUSTOMER", null, null, null, null);
    Instant now = NOON;

    FactSketch() {
        ticket.id = 1;
        ticket.number = "100008";
        ticket.subject = "INVOICE 8812 on  näpud";
        ticket.status = Status.NEW;
        ticket.priority = Priority.NORMAL;
        ticket.type = TicketType.QUESTION;
        ticket.channel = Channel.EMAIL;
        ticket.language = "et-EE";
        ticket.categoryId = 2;
        ticket.categoryIds = Set.of(1L, 2L);
        ticket.queueId = 1;
        ticket.teamId = 1;
        ticket.requesterId = 11;
        ticket.requesterName = "Jüri Tamm";
        ticket.requesterEmail = "juri@contoso.example";
        ticket.tags = Set.of();
        ticket.participantIds = Set.of();
        ticket.createdAt = NOON;
        ticket.changedAt = NOON;
        ticket.statusSince = NOON;
        ticket.lastCustomerAt = NOON;
    }

    FactSketch with(Consumer<TicketSketch> change) {
        change.accept(ticket);
        return this;
    }

    FactSketch at(Instant instant) {
        now = instant;
        return this;
    }

    Facts facts() {
        return new Facts(
                happening,
                ticket.facts(),
                () -> message,
                () -> clocks,
                (calendar, at) -> calendar == 7 && at.equals(NOON),
                now);
    }
}
