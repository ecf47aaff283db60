package org.pilet.conversation;

import java.io.Serializable;
import java.time.Instant;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;

/**
 * One message in the story of a customer.
 *
 * @param words its beginning
 */
public record SaidLine(
        long messageId,
        Instant at,
        String ticketNumber,
        String subject,
        Status status,
        Visibility visibility,
        Origin origin,
        Channel channel,
        String authorName,
        String words)
        implements Serializable {}
