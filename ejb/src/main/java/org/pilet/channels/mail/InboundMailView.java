package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;

/**
 * A line of the mail log.
 *
 * @param sender as the mail names it, or null
 * @param lastError why the latest attempt to decide failed, or null
 */
public record InboundMailView(
        long id,
        String mailbox,
        Instant receivedAt,
        String sender,
        String subject,
        long size,
        InboundState state,
        String decision,
        String reason,
        Long ticketId,
        String ticketNumber,
        Long messageId,
        int attempts,
        String lastError,
        Instant decidedAt,
        String decidedBy)
        implements Serializable {}
