package org.pilet.security;

import java.util.Set;

/** What access to a ticket depends on. */
public record TicketScope(long ticketId, String number, long queueId, long requesterId, Set<Long> participantIds) {}
