package org.pilet.sla;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

/**
 * What service levels need to know of a ticket.
 *
 * @param traits what policies choose by
 * @param words who has said what when
 * @param staff who has to do with it
 * @param dueByHand due times that somebody has set, which nothing moves
 * @param policyId the policy that was chosen by hand; null: the first that fits
 */
public record TicketFacts(
        long ticketId,
        Status status,
        Priority priority,
        boolean createdByAgent,
        Instant createdAt,
        Traits traits,
        Words words,
        Staff staff,
        Map<Metric, Instant> dueByHand,
        Long policyId) {

    /** What policies choose by. */
    public record Traits(
            long queueId,
            Long organisationId,
            Long requesterId,
            Set<Long> services,
            TicketType type,
            String language,
            Set<String> tags,
            Channel channel) {}

    /**
     * Who has said what when; only what counts: public, by people, and not known to have failed to arrive.
     *
     * @param firstResponseAt the first answer by an agent, or null
     * @param lastReplyAt the last one, or null
     * @param waitingSince the customer's first words since the last answer, or null
     * @param inheritedStart since when the customer of a ticket that was merged into this one waits unanswered, or null
     */
    public record Words(Instant firstResponseAt, Instant lastReplyAt, Instant waitingSince, Instant inheritedStart) {}

    /** The lead and the team are those that the queue belongs to. */
    public record Staff(Long ownerId, Instant firstOwnedAt, Long responsibleId, Long leadId, Long teamId) {}

    /** A ticket of which only the first answer and the resolution matter. */
    public static TicketFacts plain(
            long ticketId,
            Status status,
            Priority priority,
            long queueId,
            Long organisationId,
            boolean createdByAgent,
            Instant createdAt,
            Instant firstResponseAt,
            Long ownerId) {
        return new TicketFacts(
                ticketId,
                status,
                priority,
                createdByAgent,
                createdAt,
                new Traits(queueId, organisationId, null, Set.of(), null, null, Set.of(), null),
                new Words(firstResponseAt, firstResponseAt, null, null),
                new Staff(ownerId, null, null, null, null),
                Map.of(),
                null);
    }
}
