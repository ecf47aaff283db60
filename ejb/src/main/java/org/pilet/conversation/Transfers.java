package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.Tickets;

/** Hands tickets on without losing the thread: where they go and what their next people should know, in one gesture. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Transfers {

    @EJB
    private Access access;

    @EJB
    private Conversations conversations;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @Inject
    private DraftStore drafts;

    @Inject
    private Clock clock;

    @Inject
    private Event<TicketTransferred> transferred;

    /**
     * Writes the note and makes the changes, both or neither; whoever has the ticket now is told, with the note. Refused as
     * {@link Tickets#change} and {@link Conversations#note} are, and with {@link InvalidInput} when it goes nowhere.
     */
    public TicketRef transfer(Transfer asked) {
        if (!asked.handsOn()) {
            throw new InvalidInput("queueId", "handOn");
        }
        long from = finder.view(asked.ticketId()).queueId();
        Long noteId = note(asked); // first: where the ticket goes, the caller may have no say
        TicketRef ref = tickets.changeWith(noteId, asked.ticketId(), asked.expectedVersion(), asked.changes());
        if (asked.queueId() != null && asked.queueId() != from) {
            transferred.fire(new TicketTransferred(
                    asked.ticketId(),
                    asked.queueId(),
                    asked.ownerId(),
                    noteId,
                    access.me().personId(),
                    clock.now()));
        }
        return ref;
    }

    private Long note(Transfer asked) {
        if (asked.note() == null || asked.note().isBlank()) {
            return null;
        }
        Long me = access.me().personId();
        if (me != null) { // here: once the ticket has gone, its draft is out of the caller's sight, too
            drafts.save(me, Transfer.draftOn(asked.ticketId()), "", Map.of(), null, clock.now());
        }
        return conversations
                .note(asked.ticketId(), markup(asked.note().strip()), List.of())
                .messageId();
    }

    private static String markup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r\n", "\n")
                .replace("\n", "<br>");
    }
}
