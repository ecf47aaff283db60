package org.pilet.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.EnumSet;
import java.util.Set;
import org.pilet.conversation.MessageReceived;
import org.pilet.platform.Outbox;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Field;
import org.pilet.tickets.TicketChanged;

/** Orders notices of what happens on tickets, in the transaction in which it happens. */
@ApplicationScoped // one for all events
class WhomToTell {

    /** On these channels nobody has seen the number yet, or wants it in writing. */
    private static final Set<Channel> ACKNOWLEDGED = EnumSet.of(Channel.EMAIL, Channel.WEB_FORM, Channel.PORTAL);

    @Inject
    private Outbox outbox;

    @Inject
    private NewsStore news;

    @Inject
    private WakingHours awake;

    /** Who has asked is told the number, unless a machine has asked. */
    void acknowledge(@Observes MessageReceived received) {
        if (received.opensTicket() && !received.automatic() && ACKNOWLEDGED.contains(received.channel())) {
            String payload = Json.createObjectBuilder()
                    .add("event", AcknowledgementNotice.EVENT)
                    .add("ticketId", received.ticketId())
                    .add("messageId", received.messageId())
                    .build()
                    .toString();
            outbox.put("notify", AcknowledgementNotice.EVENT + ":" + received.ticketId(), payload, null);
        }
    }

    /** The new owner is told by mail, unless they took the ticket themselves or want no such mails; not in quiet hours. */
    void assigned(@Observes TicketChanged changed) {
        boolean given = changed.field() == Field.OWNER
                && changed.newValue() != null
                && !changed.newValue().equals(String.valueOf(changed.actorId()));
        if (given && news.wantsMail(Long.parseLong(changed.newValue()), NewsKind.ASSIGNED, changed.ticketId())) {
            long personId = Long.parseLong(changed.newValue());
            String payload = Json.createObjectBuilder()
                    .add("event", AssignmentNotice.EVENT)
                    .add("ticketId", changed.ticketId())
                    .add("personId", personId)
                    .add("noteId", changed.noteId() == null ? 0 : changed.noteId())
                    .build()
                    .toString();
            String key = AssignmentNotice.EVENT + ":" + changed.ticketId() + ":" + personId + ":" + changed.at();
            outbox.put("notify", key, payload, changed.cause(), awake.of(personId, changed.at()));
        }
    }
}
