package org.pilet.sla;

import java.time.Instant;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** What service levels need to know of a ticket. The lead is the one of the team that its queue belongs to. */
public record TicketFacts(
        long ticketId,
        Status status,
        Priority priority,
        long queueId,
        Long organisationId,
        boolean createdByAgent,
        Instant createdAt,
        Instant firstResponseAt,
        Long ownerId,
        Long leadId) {}
