package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.tickets.HistoryLine;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/** What channels need of the conversation: what to deliver, how it went, and whose ticket a Message-ID belongs to. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class Deliveries {

    @EJB
    private TicketFinder finder;

    @EJB
    private Tickets tickets;

    @Inject
    private MessageStore store;

    @Inject
    private Blobs blobs;

    @Inject
    private Clock clock;

    @Inject
    private Event<DeliveryChanged> changed;

    /** The message with its threading headers. Refused with {@link NotFound}. */
    public OutgoingMessage outgoing(long messageId) {
        MessageView message = store.view(messageId, true).orElseThrow(() -> new NotFound("message", messageId));
        TicketView ticket = finder.view(message.ticketId());
        List<String> references = store.mailMessageIds(message.ticketId(), message.at());
        return new OutgoingMessage(
                message,
                ticket.number(),
                ticket.subject(),
                ticket.queueId(),
                ticket.requesterId(),
                store.mailMessageId(messageId),
                references.isEmpty() ? null : references.get(references.size() - 1),
                references);
    }

    /** The message's files with their bytes, read as they are asked for. */
    public List<AttachmentContent> files(long messageId) {
        return store.filesOf(messageId).stream()
                .map(file -> new AttachmentContent(
                        file.view(), blobs.ref(file.blobId()).sha256(), blobs.open(file.blobId())))
                .toList();
    }

    /** Marks an outgoing message SENT, or FAILED with a reason, which the history shows too. */
    public void mark(long messageId, Delivery outcome, String error) {
        Message message = store.find(messageId);
        message.delivered(outcome, error, clock.now());
        if (outcome == Delivery.FAILED) {
            tickets.recordAs(
                    message.ticketId(),
                    List.of(new HistoryLine("DELIVERY_FAILED", null, error, "message:" + messageId, clock.now())));
        }
        changed.fire(new DeliveryChanged(message.ticketId(), messageId, outcome));
    }

    /** Tickets on which messages with one of these Message-IDs (with angle brackets) stand, best match first. */
    public List<Long> ticketsOf(Collection<String> mailMessageIds) {
        return store.ticketsByMailMessageIds(mailMessageIds);
    }

    /** The message that carries this Message-ID, with angle brackets. */
    public Optional<Long> messageOf(String mailMessageId) {
        return store.byMailMessageId(mailMessageId);
    }
}
