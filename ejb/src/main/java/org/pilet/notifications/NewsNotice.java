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

/** One piece of news by mail, for whoever wants it so. */
@Dependent
class NewsNotice implements NoticeKind {

    static final String EVENT = "news";

    @EJB
    private TicketFinder finder;

    @EJB
    private People people;

    @Inject
    private NewsStore store;

    @Inject
    private NoticeTexts texts;

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
        if (person.email() == null || !store.maySee(person.id(), ticket.id())) {
            return Optional.empty();
        }
        long actor = payload.getJsonNumber("actorId").longValue();
        boolean transferred = NewsKind.TRANSFERRED.name().equals(payload.getString("news"));
        String by = actor == 0 ? "Pilet" : people.view(actor).name();
        return Optional.of(Draft.to(
                        person,
                        "news",
                        person.name(),
                        ticket.number(),
                        ticket.subject(),
                        texts.sentence(person.language(), payload.getString("news"), by, payload.getString("detail")),
                        links.ticket(ticket.number()))
                .signed(transferred ? note.of(payload.getJsonNumber("messageId").longValue(), person.language()) : "")
                .about(ticket.id())
                .leaving(links.unsubscribe(person.id(), payload.getString("news"))));
    }
}
