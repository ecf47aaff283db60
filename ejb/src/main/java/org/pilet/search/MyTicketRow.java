package org.pilet.search;

import java.io.Serializable;
import java.time.Instant;
import org.pilet.tickets.Status;

/**
 * A ticket as its customer sees it in a list: nothing in it tells of internal work.
 *
 * @param words the beginning of the last public message, on one line
 * @param lastMessageAt when that was said; the ticket's own beginning when nothing was
 * @param unread somebody else has said something since the caller last had it in front of them
 */
public record MyTicketRow(
        long id,
        String number,
        String subject,
        String words,
        Status status,
        String queueName,
        String requesterName,
        Instant lastMessageAt,
        Instant createdAt,
        boolean unread,
        int version)
        implements Serializable {}
