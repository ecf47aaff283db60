package org.pilet.tickets;

import java.time.Duration;
import java.util.List;
import org.pilet.platform.NotFound;
import org.pilet.platform.Refusal;

/**
 * Deeds that are kept ready to be done to a ticket at one stroke: macros. The room that keeps them and the room that has
 * them done to many tickets are leaves, and do not know each other.
 */
public interface ReadyDeeds {

    /** Refused with {@link NotFound} when there is no such deed. */
    void require(long deedId);

    /**
     * Does it to the ticket in the caller's name and transaction, all or nothing: refused by a {@link Refusal} as each part
     * of it is. Answers wait so long before they go out, and can be taken back meanwhile.
     */
    Done perform(long ticketId, long deedId, Duration hold);

    /**
     * What was done.
     *
     * @param heldReplies the answers that wait, by their ids
     * @param answer the first of them as HTML, or null
     * @param stays whether some of it cannot be taken back: notes, tasks, words to others, calls of other systems
     */
    record Done(List<Long> heldReplies, String answer, boolean stays) {}
}
