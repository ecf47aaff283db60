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

/** Tells a team's lead that nobody could be given a ticket, unless somebody has it by now. */
@Dependent
class RoutingNotice implements NoticeKind {

    @EJB
    private TicketFinder finder;

    @EJB
    private People people;

    @Inject
    private Links links;

    @Override
    public String event() {
        return "routing.nobody";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        TicketView ticket = finder.view(payload.getJsonNumber("ticketId").longValue());
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        if (ticket.ownerId() != null || person.email() == null) {
            return Optional.empty();
        }
        return Optional.of(Draft.to(
                        person,
                        "stuck",
                        person.name(),
                        ticket.number(),
                        ticket.subject(),
                        ticket.queueName(),
                        payload.getString("why", ""),
                        links.ticket(ticket.number()))
                .about(ticket.id()));
    }
}
