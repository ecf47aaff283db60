package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.platform.Zones;
import org.pilet.sla.SlaClocks;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/** What notices about a deadline have in common: the ticket, the target, and when it was due in the reader's zone. */
@Dependent
class Deadlines {

    @EJB
    private TicketFinder finder;

    @EJB
    private People people;

    @EJB
    private SlaClocks clocks;

    @Inject
    private Links links;

    @Inject
    private NoticeTexts texts;

    /** Whether the work is still owed and not late. */
    boolean isStillAhead(JsonObject payload) {
        long clockId = payload.getJsonNumber("clockId").longValue();
        return clocks.of(payload.getJsonNumber("ticketId").longValue()).stream()
                .anyMatch(clock -> clock.id() == clockId && clock.live() && clock.breachedAt() == null);
    }

    Optional<Draft> draft(String key, JsonObject payload) {
        TicketView ticket = finder.view(payload.getJsonNumber("ticketId").longValue());
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        if (person.email() == null) {
            return Optional.empty();
        }
        String metric = texts.word(person.language(), "metric." + payload.getString("metric", "RESOLUTION"));
        return Optional.of(Draft.to(
                        person,
                        key,
                        person.name(),
                        ticket.number(),
                        ticket.subject(),
                        metric,
                        due(payload.getString("dueAt", ""), person),
                        links.ticket(ticket.number()),
                        ticket.queueName(),
                        ticket.ownerName() == null ? texts.word(person.language(), "nobody") : ticket.ownerName())
                .about(ticket.id()));
    }

    private static String due(String instant, PersonView reader) {
        if (instant.isEmpty() || instant.equals("null")) {
            return "–";
        }
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(reader.language()))
                .withZone(Zones.of(reader.zone()))
                .format(Instant.parse(instant));
    }
}
