package org.pilet.conversation;

import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Status;

/**
 * What an agent answers the customer.
 *
 * @param html the composer's text, not yet sanitised; refused when it says nothing and nothing is attached
 * @param to whom it goes to, comma-separated; null means the requester
 * @param cc further addresses, comma-separated, or null
 * @param statusAfter null means ANSWERED; RESOLVED makes this the solution
 * @param reason for a waiting status
 * @param wakeUpAt for POSTPONED
 * @param expectedVersion the version the author saw; null to send knowingly over what came meanwhile
 */
public record Reply(
        long ticketId,
        String html,
        String to,
        String cc,
        List<NewAttachment> attachments,
        Status statusAfter,
        String reason,
        Instant wakeUpAt,
        Integer expectedVersion) {

    public Reply {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** To the requester. */
    public Reply(
            long ticketId,
            String html,
            String cc,
            List<NewAttachment> attachments,
            Status statusAfter,
            String reason,
            Instant wakeUpAt,
            Integer expectedVersion) {
        this(ticketId, html, null, cc, attachments, statusAfter, reason, wakeUpAt, expectedVersion);
    }

    /** The same, in other words. */
    Reply saying(String words) {
        return new Reply(ticketId, words, to, cc, attachments, statusAfter, reason, wakeUpAt, expectedVersion);
    }

    /** A plain answer. */
    public static Reply of(long ticketId, String html) {
        return new Reply(ticketId, html, null, List.of(), null, null, null, null);
    }
}
