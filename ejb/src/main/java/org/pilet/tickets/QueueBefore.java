package org.pilet.tickets;

import java.io.Serializable;

/**
 * Where a ticket was before somebody moved it, for taking that back.
 *
 * @param ownerId who had it there, or null; a move takes it from whoever may not work the new queue
 * @param became the queue that it was moved to
 */
public record QueueBefore(long queueId, Long ownerId, long became) implements Serializable {

    /** What taking back a move of this ticket needs. */
    public static QueueBefore of(TicketView before, long became) {
        return new QueueBefore(before.queueId(), before.ownerId(), became);
    }
}
