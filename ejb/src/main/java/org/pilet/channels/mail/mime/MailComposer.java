package org.pilet.channels.mail.mime;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes mails: mixed around related around alternative, as far as each is needed; UTF-8 throughout; files are streamed
 * when the mail is sent. Nothing in the values can add a header.
 */
public final class MailComposer {

    /** Longer chains are cut in the middle, as RFC 5537 advises: the first and the latest ids matter. */
    private static final int MOST_REFERENCES = 20;

    private MailComposer() {}

    /** The mail, ready to be sent. */
    public static MimeMessage compose(Session session, OutgoingMail mail) throws MessagingException {
        MimeMessage message = new FixedIdMessage(session, bracketed(mail.messageId()));
        message.setFrom(address(mail.from()));
        message.setRecipients(Message.RecipientType.TO, addresses(mail.to()));
        message.setRecipients(Message.RecipientType.CC, addresses(mail.cc()));
        if (mail.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(mail.replyTo())});
        }
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.date()));
        thread(message, mail);
        mark(message, mail);
        Written body = body(mail);
        if (body.multipart() != null) {
            message.setContent(body.multipart());
        } else {
            words(message, mail.text(), "plain");
        }
        message.saveChanges();
        return message;
    }

    private static void thread(MimeMessage message, OutgoingMail mail) throws MessagingException {
        if (mail.inReplyTo() != null) {
            message.setHeader("In-Reply-To", bracketed(mail.inReplyTo()));
        }
        List<String> chain = new ArrayList<>(mail.references());
        if (mail.inReplyTo() != null && !chain.contains(mail.inReplyTo())) {
            chain.add(mail.inReplyTo());
        }
        if (chain.size() > MOST_REFERENCES) {
            List<String> latest = chain.subList(chain.size() - MOST_REFERENCES + 1, chain.size());
            List<String> shortened = new ArrayList<>(List.of(chain.get(0)));
            shortened.addAll(latest);
            chain = shortened;
        }
        if (!chain.isEmpty()) {
            message.setHeader(
                    "References", chain.stream().map(MailComposer::bracketed).collect(Collectors.joining("\r\n ")));
        }
    }

    private static void mark(MimeMessage message, OutgoingMail mail) throws MessagingException {
        if (mail.language() != null) {
            message.setHeader("Content-Language", mail.language().replaceAll("[^\\w-]", ""));
        }
        // By this our own mails are known again when somebody's server sends them back.
        message.setHeader("X-Loop", mail.from().address());
        if (mail.unsubscribe() != null) {
            String link = mail.unsubscribe().replaceAll("[<>\\s\\p{Cc}]", "");
            message.setHeader("List-Unsubscribe", "<" + link + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (mail.automatic() != null) {
            message.setHeader("Auto-Submitted", mail.automatic());
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
    }

    /** Either a multipart or, for plain text only, nothing. */
    private record Written(Multipart multipart) {}

    private static Written body(OutgoingMail mail) throws MessagingException {
        List<MailFile> inline = new ArrayList<>();
        List<MailFile> attached = new ArrayList<>();
        for (MailFile file : mail.files()) {
            (mail.html() != null && file.contentId() != null ? inline : attached).add(file);
        }
        Multipart body = mail.html() == null ? null : alternative(mail);
        if (!inline.isEmpty()) {
            body = around("related", body, mail, inline, true);
        }
        if (!attached.isEmpty()) {
            body = around("mixed", body, mail, attached, false);
        }
        return new Written(body);
    }

    private static Multipart alternative(OutgoingMail mail) throws MessagingException {
        MimeMultipart alternative = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        words(plain, mail.text(), "plain");
        alternative.addBodyPart(plain);
        MimeBodyPart rich = new MimeBodyPart();
        String direction = mail.rightToLeft() ? "rtl" : "ltr";
        String language =
                mail.language() == null ? "" : " lang=\"" + mail.language().replaceAll("[^\\w-]", "") + "\"";
        words(
                rich,
                "<!DOCTYPE html><html" + language + " dir=\"" + direction + "\"><head><meta charset=\"utf-8\"></head>"
                        + "<body dir=\"" + direction + "\">" + mail.html() + "</body></html>",
                "html");
        alternative.addBodyPart(rich);
        return alternative;
    }

    private static Multipart around(
            String kind, Multipart inner, OutgoingMail mail, List<MailFile> files, boolean inline)
            throws MessagingException {
        MimeMultipart outer = new MimeMultipart(kind);
        MimeBodyPart first = new MimeBodyPart();
        if (inner == null) {
            words(first, mail.text(), "plain");
        } else {
            first.setContent(inner);
        }
        outer.addBodyPart(first);
        for (MailFile file : files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new FileSource(file)));
            part.setFileName(file.name());
            part.setDisposition(inline ? "inline" : "attachment");
            if (inline) {
                part.setContentID(bracketed(file.contentId()));
            }
            // Base64 for everything: otherwise the content is read once more only to find an encoding.
            part.setHeader("Content-Transfer-Encoding", "base64");
            outer.addBodyPart(part);
        }
        return outer;
    }

    private static void words(jakarta.mail.internet.MimePart part, String words, String subtype)
            throws MessagingException {
        part.setText(words, StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    private static InternetAddress[] addresses(List<MailAddress> addresses) throws MessagingException {
        InternetAddress[] written = new InternetAddress[addresses.size()];
        for (int i = 0; i < written.length; i++) {
            written[i] = address(addresses.get(i));
        }
        return written;
    }

    private static InternetAddress address(MailAddress address) throws MessagingException {
        if (!address.usable()) {
            throw new AddressException("Not an address that mail can be sent to", address.address());
        }
        try {
            String name = address.name().isBlank() ? null : HeaderText.printable(address.name());
            return new InternetAddress(address.address(), name, StandardCharsets.UTF_8.name());
        } catch (IOException unsupported) {
            throw new MessagingException("UTF-8 is missing", new IllegalStateException(unsupported));
        }
    }

    private static String bracketed(String id) {
        return "<" + id.replaceAll("[<>\\s\\p{Cc}]", "") + ">";
    }

    /** A message that keeps the id it was given, so that a repeated delivery is recognised as one. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String id;

        FixedIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private record FileSource(MailFile file) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return file.content().open();
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("files of a mail are read only");
        }

        @Override
        public String getContentType() {
            return file.mediaType();
        }

        @Override
        public String getName() {
            return file.name();
        }
    }
}
