package org.pilet.tickets;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/** A ticket has come into being. */
public record TicketOpened(
        long ticketId,
        String number,
        Instant at,
        long queueId,
        long categoryId,
        Priority priority,
        TicketType type,
        Channel channel,
        long requesterId,
        Long organisationId,
        String language,
        boolean byAgent)
        implements DomainEvent {}
