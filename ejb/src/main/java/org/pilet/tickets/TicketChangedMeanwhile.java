package org.pilet.tickets;

import java.util.List;
import org.pilet.platform.Refusal;

/**
 * Somebody else has changed the same thing since the caller looked. Nothing of the caller's is lost: the page keeps
 * their text and shows {@link #meanwhile()}.
 */
public class TicketChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<TicketEventView> meanwhile;

    public TicketChangedMeanwhile(List<TicketEventView> meanwhile) {
        super(Kind.CONFLICT, "refusal.changedMeanwhile", who(meanwhile));
        this.meanwhile = List.copyOf(meanwhile);
    }

    /** What has happened since, oldest first. */
    public List<TicketEventView> meanwhile() {
        return meanwhile == null ? List.of() : meanwhile;
    }

    private static String who(List<TicketEventView> events) {
        return events.isEmpty() || events.get(events.size() - 1).actorName() == null
                ? "Pilet"
                : events.get(events.size() - 1).actorName();
    }
}
