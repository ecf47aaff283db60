package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.pilet.conversation.Deliveries;
import org.pilet.conversation.OutgoingMessage;
import org.pilet.conversation.TemplateWords;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/** Tells who has asked that it arrived, and the number. */
@Dependent
class AcknowledgementNotice implements NoticeKind {

    static final String EVENT = "ticket.opened";

    @EJB
    private TicketFinder finder;

    @EJB
    private Queues queues;

    @EJB
    private Deliveries deliveries;

    @Inject
    private Links links;

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        TicketView ticket = finder.view(payload.getJsonNumber("ticketId").longValue());
        OutgoingMessage first =
                deliveries.outgoing(payload.getJsonNumber("messageId").longValue());
        String wroteFrom = first.message().authorAddress();
        String to = wroteFrom == null ? ticket.requesterEmail() : wroteFrom;
        QueueView queue = queues.view(ticket.queueId());
        if (to == null || !queue.acknowledges()) {
            return Optional.empty();
        }
        return Optional.of(new Draft(
                        to,
                        ticket.requesterName(),
                        ticket.language(),
                        "acknowledgement",
                        ticket.requesterName(),
                        ticket.number(),
                        ticket.subject(),
                        links.request(ticket.requesterId(), ticket.id()))
                .signed(queue.signature().isBlank() ? queue.name() : signature(queue, ticket.number()))
                .about(ticket.id())
                .answering(first.mailMessageId()));
    }

    /** Where it names the agent there is none. */
    private static String signature(QueueView queue, String number) {
        return TemplateWords.read(queue.signature()).filled(Map.of("queue", queue.name(), "number", number));
    }
}
