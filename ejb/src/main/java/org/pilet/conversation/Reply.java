package org.pilet.conversation;

import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Channel;
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
 * @param by one of {@link #CHANNELS}: EMAIL is delivered, PORTAL is read in the portal only, PHONE and IN_PERSON write
 *     down what the customer was told; null means EMAIL where there is an address, else PORTAL
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
        Integer expectedVersion,
        Channel by) {

    /** The ways in which an answer reaches the customer. */
    public static final List<Channel> CHANNELS =
            List.of(Channel.EMAIL, Channel.PORTAL, Channel.PHONE, Channel.IN_PERSON);

    public Reply {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** On the usual channel. */
    public Reply(
            long ticketId,
            String html,
            String to,
            String cc,
            List<NewAttachment> attachments,
            Status statusAfter,
            String reason,
            Instant wakeUpAt,
            Integer expectedVersion) {
        this(ticketId, html, to, cc, attachments, statusAfter, reason, wakeUpAt, expectedVersion, null);
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
        return new Reply(ticketId, words, to, cc, attachments, statusAfter, reason, wakeUpAt, expectedVersion, by);
    }

    /** The same, on this channel; null: the usual one. */
    public Reply through(Channel channel) {
        return new Reply(ticketId, html, to, cc, attachments, statusAfter, reason, wakeUpAt, expectedVersion, channel);
    }

    /** A plain answer. */
    public static Reply of(long ticketId, String html) {
        return new Reply(ticketId, html, null, List.of(), null, null, null, null);
    }
}
