package org.pilet.channels.mail.mime;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail as far as it could be understood.
 *
 * @param headers all fields of its header
 * @param messageId without angle brackets, or null
 * @param subject decoded, in one line; empty where there is none
 * @param date what the sender claims, or null
 * @param text the words as plain text, taken from the HTML where no plain text came; never null
 * @param html the words as HTML, not sanitised, or null
 * @param textIsWhole false if the words were longer than is shown; then the whole part is among the parts
 * @param parts what is kept as files
 * @param attachedFrom the author of the first mail attached, or null
 * @param report set if this is a delivery report
 * @param faults what was broken, in words for the mail log
 */
public record ParsedMail(
        MailHeaders headers,
        String messageId,
        String subject,
        Instant date,
        String text,
        String html,
        boolean textIsWhole,
        List<MailPart> parts,
        MailAddress attachedFrom,
        DeliveryReport report,
        List<String> faults)
        implements Serializable {

    public ParsedMail {
        parts = List.copyOf(parts);
        faults = List.copyOf(faults);
    }

    /** The first usable author, or empty if the mail names none. */
    public Optional<MailAddress> from() {
        return usable(headers.addresses("From")).or(() -> usable(headers.addresses("Sender")));
    }

    /** Where an answer belongs: the first usable Reply-To, else the author. */
    public Optional<MailAddress> answerTo() {
        return usable(headers.addresses("Reply-To")).or(this::from);
    }

    public List<MailAddress> to() {
        return headers.addresses("To");
    }

    public List<MailAddress> cc() {
        return headers.addresses("Cc");
    }

    public List<String> inReplyTo() {
        return headers.messageIds("In-Reply-To");
    }

    public List<String> references() {
        return headers.messageIds("References");
    }

    /** Whether there is nothing to read and no file. */
    public boolean empty() {
        return text.isBlank() && (html == null || html.isBlank()) && parts.isEmpty();
    }

    private static Optional<MailAddress> usable(List<MailAddress> addresses) {
        return addresses.stream().filter(MailAddress::usable).findFirst();
    }
}
