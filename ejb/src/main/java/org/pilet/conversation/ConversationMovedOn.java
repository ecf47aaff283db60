package org.pilet.conversation;

import java.util.List;
import org.pilet.platform.Refusal;
import org.pilet.tickets.TicketEventView;

/** Somebody wrote on the ticket after the author looked: read {@link #meanwhile()}, then send again or change it. */
public class ConversationMovedOn extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<TicketEventView> meanwhile;

    public ConversationMovedOn(List<TicketEventView> meanwhile) {
        super(Kind.CONFLICT, "refusal.conversationMovedOn", lastActor(meanwhile));
        this.meanwhile = List.copyOf(meanwhile);
    }

    /** What has been written since, oldest first. */
    public List<TicketEventView> meanwhile() {
        return meanwhile == null ? List.of() : meanwhile;
    }

    private static String lastActor(List<TicketEventView> events) {
        String name = events.get(events.size() - 1).actorName();
        return name == null ? "Pilet" : name;
    }
}
