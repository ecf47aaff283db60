package org.pilet.tickets;

import java.util.List;

/**
 * A new ticket.
 *
 * @param subject blank is fine: the caller's text for "no subject" stands in
 * @param queueId required; refused when unknown
 * @param categoryId null: the queue's default
 * @param priority null: what impact and urgency make it, if both are given, or the queue's default
 * @param type null: a question
 * @param requesterId who has the need; required
 * @param language IETF tag of the requester's words; null: the requester's own
 * @param byAgent true when staff opens it on somebody's behalf (no first response is owed, features B1.13)
 * @param cause which rule or message made queue, category and priority what they are; for the history
 * @param impact null: not assessed
 * @param urgency null: not assessed
 * @param priorityByHand somebody has chosen the priority: impact and urgency do not change it
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
        String cause,
        Impact impact,
        Urgency urgency,
        boolean priorityByHand) {

    public OpenTicket {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** A ticket that nobody has assessed; a priority that is given counts as chosen. */
    public OpenTicket(
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
        this(
                subject,
                queueId,
                categoryId,
                priority,
                type,
                channel,
                requesterId,
                language,
                byAgent,
                tags,
                cause,
                null,
                null,
                priority != null);
    }

    /** The same, with what is known of its impact and urgency. */
    public OpenTicket assessed(Impact itsImpact, Urgency itsUrgency, boolean byHand) {
        return new OpenTicket(
                subject,
                queueId,
                categoryId,
                priority,
                type,
                channel,
                requesterId,
                language,
                byAgent,
                tags,
                cause,
                itsImpact,
                itsUrgency,
                byHand);
    }
}
