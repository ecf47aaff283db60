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

/** Tells people of the house what a rule wants them to know, in the rule's own words if it has any. */
@Dependent
class RuleNotice implements NoticeKind {

    @EJB
    private TicketFinder finder;

    @EJB
    private People people;

    @Inject
    private Links links;

    @Inject
    private NoticeTexts texts;

    @Override
    public String event() {
        return "rule.told";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        TicketView ticket = finder.view(payload.getJsonNumber("ticketId").longValue());
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        if (person.email() == null) {
            return Optional.empty();
        }
        return Optional.of(Draft.to(
                        person,
                        "told",
                        words(payload, "subject", person),
                        ticket.number(),
                        words(payload, "text", person),
                        ticket.subject(),
                        links.ticket(ticket.number()))
                .about(ticket.id()));
    }

    private String words(JsonObject payload, String part, PersonView reader) {
        String own = payload.getString(part, "");
        return own.isBlank() ? texts.word(reader.language(), "attention." + part) : own;
    }
}
