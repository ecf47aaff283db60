package org.pilet.channels.mail;

import java.io.Serializable;

/**
 * What became of a mail.
 *
 * @param decision NEW_TICKET, FOLLOW_UP, NOTE, REPORT, OWN_MAIL, COPY, NO_SENDER, TOO_LARGE, REJECTED, UNMATCHED_REPORT, FAULT or
 *     DISMISSED; null while it is only stored
 * @param reason why, as lines of a text key and its arguments separated by tabs, or a person's words; or null
 * @param ticketId null unless it is on a ticket
 * @param duplicate true if exactly this mail had been taken in before
 */
public record InboundOutcome(
        long id,
        InboundState state,
        String decision,
        String reason,
        Long ticketId,
        String ticketNumber,
        Long messageId,
        boolean duplicate)
        implements Serializable {

    /** The same with the reason in other words. */
    public InboundOutcome withReason(String words) {
        return new InboundOutcome(id, state, decision, words, ticketId, ticketNumber, messageId, duplicate);
    }

    InboundOutcome asDuplicate() {
        return new InboundOutcome(id, state, decision, reason, ticketId, ticketNumber, messageId, true);
    }
}
