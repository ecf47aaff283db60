package org.pilet.sla;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

/**
 * A what-if ticket as it is created. Queue, organisation, customer and services are any numbers, which the policies'
 * conditions name as well.
 *
 * @param teamId who has it; null: each queue is a team's own
 * @param answered whether an agent answered at once, as on the phone
 * @param owned whether somebody owned it at once
 */
public record WhatIfTicket(
        Instant createdAt,
        boolean byAgent,
        boolean answered,
        boolean owned,
        Status status,
        Priority priority,
        Long policyId,
        long queueId,
        Long teamId,
        Long organisationId,
        Long customerId,
        Set<Long> services,
        TicketType type,
        String language,
        Set<String> tags,
        Channel channel)
        implements Serializable {

    public WhatIfTicket {
        services = Set.copyOf(services);
        tags = Set.copyOf(tags);
    }
}
