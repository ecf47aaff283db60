package org.pilet.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.Map;
import org.pilet.automation.routing.LoadChanged;
import org.pilet.conversation.DeliveryChanged;
import org.pilet.conversation.HeldReplyChanged;
import org.pilet.conversation.MessageReceived;
import org.pilet.conversation.NoteAdded;
import org.pilet.conversation.ReplySent;
import org.pilet.conversation.SharedDraftChanged;
import org.pilet.notifications.NewsWritten;
import org.pilet.sla.SlaStruck;
import org.pilet.teamwork.PresenceChanged;
import org.pilet.teamwork.TeamworkChanged;
import org.pilet.tickets.LockChanged;
import org.pilet.tickets.TicketChanged;
import org.pilet.tickets.TicketOpened;

/** One channel for the whole desk: every open page hears which ticket has news and asks again if it shows that one. */
@ApplicationScoped
public class DeskNews {

    @Inject
    @Push(channel = "desk")
    private PushContext desk;

    /**
     * Makes this bean exist before the first news: made within an API call, Mojarra would look for the caller's session in
     * the EJB module, find none and fail, until some thread without a session has made it.
     */
    void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext started) {}

    void opened(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketOpened event) {
        tell(event.ticketId(), "opened");
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketChanged event) {
        tell(event.ticketId(), "changed");
    }

    void received(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageReceived event) {
        tell(event.ticketId(), "message");
    }

    void replied(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReplySent event) {
        tell(event.ticketId(), "message");
    }

    void noted(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoteAdded event) {
        tell(event.ticketId(), "message");
    }

    void delivered(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryChanged event) {
        tell(event.ticketId(), "delivery");
    }

    void held(@Observes(during = TransactionPhase.AFTER_SUCCESS) HeldReplyChanged event) {
        tell(event.ticketId(), "held");
    }

    void shown(@Observes(during = TransactionPhase.AFTER_SUCCESS) SharedDraftChanged event) {
        tell(event.ticketId(), "review");
    }

    void struck(@Observes(during = TransactionPhase.AFTER_SUCCESS) SlaStruck event) {
        tell(event.ticketId(), "clock");
    }

    void worked(@Observes(during = TransactionPhase.AFTER_SUCCESS) TeamworkChanged event) {
        tell(event.ticketId(), "team");
    }

    void kept(@Observes(during = TransactionPhase.AFTER_SUCCESS) LockChanged event) {
        tell(event.ticketId(), "lock");
    }

    void present(@Observes(during = TransactionPhase.AFTER_SUCCESS) PresenceChanged event) {
        tell(event.ticketId(), "presence");
    }

    void loads(@Observes(during = TransactionPhase.AFTER_SUCCESS) LoadChanged event) {
        desk.send(Map.of("what", "load"));
    }

    void news(@Observes(during = TransactionPhase.AFTER_SUCCESS) NewsWritten event) {
        desk.send(Map.of("people", event.personIds(), "what", "news"));
    }

    private void tell(long ticketId, String what) {
        desk.send(Map.of("ticket", ticketId, "what", what));
    }
}
