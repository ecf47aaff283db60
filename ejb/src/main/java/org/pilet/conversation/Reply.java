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

    /** A plain answer to the requester, on the usual channel. */
    public static Reply of(long ticketId, String html) {
        return new Reply(ticketId, html, null, null, null, null, null, null, null, null);
    }

    /** The same, in other words. */
    Reply saying(String words) {
        return new Reply(ticketId, words, to, cc, attachments, statusAfter, reason, wakeUpAt, expectedVersion, by);
    }

    /** The same, to these; both as the parameters of that name. */
    public Reply addressed(String recipients, String copies) {
        return new Reply(
                ticketId, html, recipients, copies, attachments, statusAfter, reason, wakeUpAt, expectedVersion, by);
    }

    /** The same, with these files. */
    public Reply with(List<NewAttachment> files) {
        return new Reply(ticketId, html, to, cc, files, statusAfter, reason, wakeUpAt, expectedVersion, by);
    }

    /** The same, bringing this status, which need not be explained. */
    public Reply bringing(Status status) {
        return bringing(status, null, null);
    }

    /** The same, bringing this status. */
    public Reply bringing(Status status, String why, Instant until) {
        return new Reply(ticketId, html, to, cc, attachments, status, why, until, expectedVersion, by);
    }

    /** The same, by an author who saw this version; null as the parameter says. */
    public Reply seeing(Integer version) {
        return new Reply(ticketId, html, to, cc, attachments, statusAfter, reason, wakeUpAt, version, by);
    }

    /** The same, on this channel; null: the usual one. */
    public Reply through(Channel channel) {
        return new Reply(ticketId, html, to, cc, attachments, statusAfter, reason, wakeUpAt, expectedVersion, channel);
    }
}
