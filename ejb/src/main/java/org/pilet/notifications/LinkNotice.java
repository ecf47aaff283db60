package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.security.TicketLinks;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/** Sends a new link to a request whose old link has expired. */
@Dependent
class LinkNotice implements NoticeKind {

    @EJB
    private People people;

    @EJB
    private TicketFinder finder;

    @Inject
    private Links links;

    @Override
    public String event() {
        return "ticket.link";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        TicketView ticket = finder.view(payload.getJsonNumber("ticketId").longValue());
        return person.email() == null
                ? Optional.empty()
                : Optional.of(Draft.to(
                                person,
                                "link",
                                person.name(),
                                ticket.number(),
                                ticket.subject(),
                                links.request(payload.getString("token")),
                                String.valueOf(TicketLinks.VALID.toDays()))
                        .about(ticket.id()));
    }
}
