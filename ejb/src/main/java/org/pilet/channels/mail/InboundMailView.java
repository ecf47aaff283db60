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
        implements Serializable {

    /** The same with the reason in other words. */
    public InboundMailView withReason(String words) {
        return new InboundMailView(
                id,
                mailbox,
                receivedAt,
                sender,
                subject,
                size,
                state,
                decision,
                words,
                ticketId,
                ticketNumber,
                messageId,
                attempts,
                lastError,
                decidedAt,
                decidedBy);
    }
}
