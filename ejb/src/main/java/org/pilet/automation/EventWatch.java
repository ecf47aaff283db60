package org.pilet.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pilet.automation.terms.Happening;
import org.pilet.conversation.MessageReceived;
import org.pilet.conversation.NoteAdded;
import org.pilet.conversation.ReplySent;
import org.pilet.platform.Outbox;
import org.pilet.sla.SlaStruck;
import org.pilet.tickets.TicketChanged;
import org.pilet.tickets.TicketOpened;

/** Puts what a rule wants to hear of into the outbox, in the transaction in which it happens. */
@ApplicationScoped // one for all events
class EventWatch {

    @Inject
    private RuleBooks books;

    @Inject
    private Outbox outbox;

    @Inject
    private CauseChain chain;

    void opened(@Observes TicketOpened event) {
        Happening happening = new Happening(
                Happening.Kind.OPENED,
                event.at(),
                null,
                null,
                null,
                null,
                event.byAgent() ? "AGENT" : "CUSTOMER",
                null,
                null,
                null,
                null);
        hear("opened:" + event.ticketId(), event.ticketId(), happening);
    }

    void received(@Observes MessageReceived event) {
        if (!event.opensTicket()) {
            hear(
                    "message:" + event.messageId(),
                    event.ticketId(),
                    Happening.said(
                            Happening.Kind.CUSTOMER_MESSAGE,
                            event.at(),
                            event.messageId(),
                            event.authorId(),
                            "CUSTOMER"));
        }
    }

    /** What automation says itself is no agent's reply: it wakes nothing. */
    void replied(@Observes ReplySent event) {
        if (event.human()) {
            hear(
                    "message:" + event.messageId(),
                    event.ticketId(),
                    Happening.said(
                            Happening.Kind.AGENT_REPLY, event.at(), event.messageId(), event.authorId(), "AGENT"));
        }
    }

    void noted(@Observes NoteAdded event) {
        if (event.authorId() != null) {
            hear(
                    "message:" + event.messageId(),
                    event.ticketId(),
                    Happening.said(Happening.Kind.NOTE, event.at(), event.messageId(), event.authorId(), "AGENT"));
        }
    }

    void changed(@Observes TicketChanged event) {
        hear(
                "changed:" + UUID.randomUUID(),
                event.ticketId(),
                Happening.changed(
                        event.at(),
                        event.field(),
                        event.oldValue(),
                        event.newValue(),
                        event.actorId(),
                        event.actorId() == null ? "SYSTEM" : "AGENT"));
    }

    void struck(@Observes SlaStruck event) {
        Happening.Kind kind = event.breached() ? Happening.Kind.SLA_BREACHED : Happening.Kind.SLA_WARNED;
        hear(
                "sla:" + event.clockId() + ":" + event.percent() + ":" + event.at(),
                event.ticketId(),
                Happening.struck(kind, event.at(), event.metric().name()));
    }

    private void hear(String key, long ticketId, Happening happening) {
        if (books.current().hears(happening)) {
            RuleEvent event = new RuleEvent(key, ticketId, happening, chain.get());
            outbox.put(EventOrders.KIND, key, event.json(), null);
        }
    }
}
