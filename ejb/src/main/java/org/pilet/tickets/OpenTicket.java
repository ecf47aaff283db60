package org.pilet.tickets;

import java.util.List;

/**
 * A new ticket.
 *
 * @param subject blank is fine: the caller's text for "no subject" stands in
 * @param queueId required; refused when unknown
 * @param categoryId null: the queue's default
 * @param priority null: the queue's default
 * @param type null: a question
 * @param requesterId who has the need; required
 * @param language IETF tag of the requester's words; null: the requester's own
 * @param byAgent true when staff opens it on somebody's behalf (no first response is owed, features B1.13)
 * @param cause which rule or message made queue, category and priority what they are; for the history
 */
public record OpenTicket(
        String subject,
        long queueId,
        Long categoryId,
        Priority priority,
        TicketType type,
        Channel channel,
        long requesterId,
        String language,
        boolean byAgent,
        List<String> tags,
        String cause) {

    public OpenTicket {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }
}
