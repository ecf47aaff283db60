package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/** Tells an agent that a ticket is theirs now, unless it has moved on already. */
@Dependent
class AssignmentNotice implements NoticeKind {

    static final String EVENT = "ticket.assigned";

    @EJB
    private TicketFinder finder;

    @EJB
    private People people;

    @Inject
    private Links links;

    @Inject
    private AddedNote note;

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        TicketView ticket = finder.view(payload.getJsonNumber("ticketId").longValue());
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        boolean stillTheirs = ticket.ownerId() != null && ticket.ownerId() == person.id();
        if (!stillTheirs || person.email() == null) {
            return Optional.empty();
        }
        return Optional.of(Draft.to(
                        person,
                        "assigned",
                        person.name(),
                        ticket.number(),
                        ticket.subject(),
                        ticket.requesterName(),
                        ticket.queueName(),
                        links.ticket(ticket.number()))
                .signed(note.of(noteId(payload), person.language()))
                .about(ticket.id())
                .leaving(links.unsubscribe(person.id(), NewsKind.ASSIGNED.name())));
    }

    /** Orders of before this was told are still under way. */
    private static long noteId(JsonObject payload) {
        return payload.containsKey("noteId") ? payload.getJsonNumber("noteId").longValue() : 0;
    }
}
