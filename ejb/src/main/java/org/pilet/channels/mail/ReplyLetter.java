package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pilet.channels.mail.ReplyFrameStore.Written;
import org.pilet.channels.mail.mime.HtmlText;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.MailFile;
import org.pilet.channels.mail.mime.OutgoingMail;
import org.pilet.conversation.AttachmentContent;
import org.pilet.conversation.Deliveries;
import org.pilet.conversation.MessageView;
import org.pilet.conversation.OutgoingMessage;
import org.pilet.conversation.Visibility;
import org.pilet.platform.Clock;
import org.pilet.platform.Settings;
import org.pilet.security.SignedLinks;
import org.pilet.security.TicketLinks;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketFinder;

/** Makes a mail of an agent's answer: the words, the queue's signature, a link, and what leads the answer back here. */
@Dependent
class ReplyLetter {

    @EJB
    private Deliveries deliveries;

    @EJB
    private Queues queues;

    @EJB
    private TicketFinder finder;

    @Inject
    private ReplyFrameStore frames;

    @Inject
    private SenderAddresses senders;

    @Inject
    private SignedLinks links;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    OutgoingMail write(OutgoingMessage outgoing) {
        MessageView message = outgoing.message();
        QueueView queue = queues.view(outgoing.queueId());
        boolean toTheCustomer = message.visibility() == Visibility.PUBLIC;
        String link = toTheCustomer ? link(outgoing) : null; // it signs in as the customer: for nobody else
        String language = message.language();
        ReplyFrame frame = frame(outgoing, queue, link);
        return new OutgoingMail(
                new MailAddress(queue.name(), queue.address()),
                addresses(message.recipientsTo()),
                addresses(message.recipientsCc()),
                senders.replyTo(queue.address(), message.ticketId()),
                subject(outgoing),
                text(message, frame),
                html(message, frame),
                language,
                unbracketed(outgoing.mailMessageId()),
                outgoing.inReplyTo() == null ? null : unbracketed(outgoing.inReplyTo()),
                outgoing.references().stream().map(ReplyLetter::unbracketed).toList(),
                null,
                clock.now(),
                files(message.id()));
    }

    private String link(OutgoingMessage outgoing) {
        String subject = outgoing.requesterId() + "#" + outgoing.message().ticketId();
        String token = links.sign(TicketLinks.PURPOSE, subject, TicketLinks.VALID);
        return settings.baseUrl() + "/portal/request.xhtml?token=" + token;
    }

    static String subject(OutgoingMessage outgoing) {
        String kind = outgoing.message().visibility() == Visibility.PUBLIC ? "Re" : "Fwd";
        return kind + ": [#" + outgoing.ticketNumber() + "] " + outgoing.ticketSubject();
    }

    private ReplyFrame frame(OutgoingMessage outgoing, QueueView queue, String link) {
        MessageView message = outgoing.message();
        String language = Locale.forLanguageTag(message.language() == null ? "en" : message.language())
                .getLanguage();
        String words =
                frames.nearest(language, queue.id()).map(Written::body).orElseGet(() -> ReplyTexts.frame(language));
        Map<String, String> values = new HashMap<>();
        values.put("queue.signature", queue.signature());
        values.put("agent.signature", message.authorId() == null ? "" : frames.signature(message.authorId()));
        values.put("agent", message.authorName());
        values.put("queue", queue.name());
        values.put("number", outgoing.ticketNumber());
        values.put("subject", outgoing.ticketSubject());
        values.put("name", link == null ? "" : finder.view(message.ticketId()).requesterName());
        values.put("link", link);
        return new ReplyFrame(words, values);
    }

    private static String text(MessageView message, ReplyFrame frame) {
        String words = message.text() == null || message.text().isBlank()
                ? HtmlText.of(String.valueOf(message.html()))
                : message.text();
        return (words + "\n\n" + frame.text()).strip();
    }

    private static String html(MessageView message, ReplyFrame frame) {
        String words = message.html() == null ? HtmlText.toHtml(message.text()) : message.html();
        return words + frame.html();
    }

    /** The bytes are read when the mail is written, and again for each attempt. */
    private List<MailFile> files(long messageId) {
        List<MailFile> files = new ArrayList<>();
        for (AttachmentContent file : deliveries.files(messageId)) {
            long attachmentId = file.attachment().id();
            files.add(new MailFile(
                    file.attachment().name(),
                    file.attachment().mediaType(),
                    file.attachment().inline() ? file.attachment().contentId() : null,
                    () -> deliveries.files(messageId).stream()
                            .filter(again -> again.attachment().id() == attachmentId)
                            .findFirst()
                            .orElseThrow()
                            .content()));
        }
        return files;
    }

    private static List<MailAddress> addresses(String list) {
        return list == null ? List.of() : MailAddress.list(list);
    }

    private static String unbracketed(String id) {
        return id.replaceAll("[<>]", "");
    }
}
