package org.pilet.conversation;

import java.util.List;
import org.pilet.tickets.Channel;

/**
 * Somebody outside has said something.
 *
 * @param authorId who; must be known
 * @param authorAddress the address it came from, or null
 * @param subject as written, or null
 * @param text plain text; null when only HTML came
 * @param html as received, not yet sanitised; null when only text came
 * @param language IETF tag
 * @param automatic sent by a machine: does not reopen and does not count as the customer's word
 * @param mailMessageId RFC 5322 Message-ID with its angle brackets, or null
 * @param why which filter or match brought it here, for the page's "why here?"
 */
public record IncomingMessage(
        Channel channel,
        long authorId,
        String authorAddress,
        String subject,
        String text,
        String html,
        String language,
        boolean automatic,
        String recipientsTo,
        String recipientsCc,
        String mailMessageId,
        String mailInReplyTo,
        String why,
        List<NewAttachment> attachments) {

    public IncomingMessage {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** The same, here for another reason. */
    public IncomingMessage because(String reason) {
        return new IncomingMessage(
                channel,
                authorId,
                authorAddress,
                subject,
                text,
                html,
                language,
                automatic,
                recipientsTo,
                recipientsCc,
                mailMessageId,
                mailInReplyTo,
                reason,
                attachments);
    }
}
