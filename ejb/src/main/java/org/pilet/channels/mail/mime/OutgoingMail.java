package org.pilet.channels.mail.mime;

import java.time.Instant;
import java.util.List;

/**
 * A mail to be written.
 *
 * @param replyTo where answers go; null: to the author
 * @param html null: text only. A whole text is not needed, a fragment is framed
 * @param language IETF tag of the words; Persian, Arabic and Hebrew are framed from right to left
 * @param messageId without angle brackets; the same for every attempt to send
 * @param inReplyTo the message answered, without angle brackets, or null
 * @param references the thread so far, oldest first
 * @param automatic null if a person wrote it; else the value of Auto-Submitted (RFC 3834): {@code auto-replied} or
 *     {@code auto-generated}
 * @param unsubscribe where one POST without signing in ends such mails (RFC 8058), or null
 */
public record OutgoingMail(
        MailAddress from,
        List<MailAddress> to,
        List<MailAddress> cc,
        MailAddress replyTo,
        String subject,
        String text,
        String html,
        String language,
        String messageId,
        String inReplyTo,
        List<String> references,
        String automatic,
        String unsubscribe,
        Instant date,
        List<MailFile> files) {

    public OutgoingMail {
        to = List.copyOf(to);
        cc = cc == null ? List.of() : List.copyOf(cc);
        references = references == null ? List.of() : List.copyOf(references);
        files = files == null ? List.of() : List.copyOf(files);
        subject = HeaderText.printable(subject);
    }

    /** One that nobody can switch off. */
    public OutgoingMail(
            MailAddress from,
            List<MailAddress> to,
            List<MailAddress> cc,
            MailAddress replyTo,
            String subject,
            String text,
            String html,
            String language,
            String messageId,
            String inReplyTo,
            List<String> references,
            String automatic,
            Instant date,
            List<MailFile> files) {
        this(
                from,
                to,
                cc,
                replyTo,
                subject,
                text,
                html,
                language,
                messageId,
                inReplyTo,
                references,
                automatic,
                null,
                date,
                files);
    }

    boolean rightToLeft() {
        return language != null && language.matches("(fa|ar|he|ur)\\b.*");
    }
}
