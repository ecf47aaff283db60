package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * All properties of a ticket, as a caller who may see it sees them. Staff-only values (owner, impact and urgency, tags,
 * escalation, and what may be done next) are null or empty for customers.
 *
 * @param priorityByHand whether somebody has chosen the priority, so that impact and urgency do not change it
 * @param nextStatuses what the status may be changed to by this caller
 * @param mayWork whether this caller may change it
 */
public record TicketView(
        long id,
        String number,
        String subject,
        Status status,
        String statusReason,
        Priority priority,
        Impact impact,
        Urgency urgency,
        boolean priorityByHand,
        TicketType type,
        Channel channel,
        String language,
        long categoryId,
        String categoryName,
        long queueId,
        String queueName,
        Long ownerId,
        String ownerName,
        Long responsibleId,
        String responsibleName,
        long requesterId,
        String requesterName,
        String requesterEmail,
        Long organisationId,
        String organisationName,
        List<String> tags,
        boolean escalated,
        Instant dueAt,
        Instant wakeUpAt,
        Instant createdAt,
        Instant changedAt,
        Instant firstViewedAt,
        Instant assignedAt,
        Instant firstResponseAt,
        Instant resolvedAt,
        Instant closedAt,
        int version,
        Set<Status> nextStatuses,
        boolean mayWork)
        implements Serializable {

    /** The same for somebody who may read it only, for now. */
    public TicketView forReading() {
        return new TicketView(
                id,
                number,
                subject,
                status,
                statusReason,
                priority,
                impact,
                urgency,
                priorityByHand,
                type,
                channel,
                language,
                categoryId,
                categoryName,
                queueId,
                queueName,
                ownerId,
                ownerName,
                responsibleId,
                responsibleName,
                requesterId,
                requesterName,
                requesterEmail,
                organisationId,
                organisationName,
                tags,
                escalated,
                dueAt,
                wakeUpAt,
                createdAt,
                changedAt,
                firstViewedAt,
                assignedAt,
                firstResponseAt,
                resolvedAt,
                closedAt,
                version,
                Set.of(),
                false);
    }
}
