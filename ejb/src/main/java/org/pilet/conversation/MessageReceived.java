package org.pilet.conversation;

import java.time.Instant;
import org.pilet.platform.DomainEvent;
import org.pilet.tickets.Channel;

/** Words from outside have been added to a ticket, or have opened it. */
public record MessageReceived(
        long ticketId,
        String number,
        long messageId,
        long authorId,
        Channel channel,
        boolean automatic,
        boolean opensTicket,
        Instant at)
        implements DomainEvent {}
