package org.pilet.channels.mail;

import java.io.Serializable;

/**
 * What became of a mail.
 *
 * @param decision NEW_TICKET, FOLLOW_UP, NOTE, REPORT, OWN_MAIL, COPY, NO_SENDER, TOO_LARGE, UNMATCHED_REPORT, FAULT or
 *     DISMISSED; null while it is only stored
 * @param reason in words, or null
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

    InboundOutcome asDuplicate() {
        return new InboundOutcome(id, state, decision, reason, ticketId, ticketNumber, messageId, true);
    }
}
