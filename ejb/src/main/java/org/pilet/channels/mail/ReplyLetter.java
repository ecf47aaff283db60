package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
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

/** Makes a mail of an agent's answer: the words, the queue's signature, a link, and what leads the answer back here. */
@Dependent
class ReplyLetter {

    @EJB
    private Deliveries deliveries;

    @EJB
    private Queues queues;

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
        String signature = queue.signature() == null ? "" : queue.signature().strip();
        String language = message.language();
        return new OutgoingMail(
                new MailAddress(queue.name(), queue.address()),
                addresses(message.recipientsTo()),
                addresses(message.recipientsCc()),
                senders.replyTo(queue.address(), message.ticketId()),
                subject(outgoing),
                text(message, signature, link == null ? "" : ReplyTexts.link(language, link)),
                html(message, signature, link == null ? "" : ReplyTexts.linkHtml(language, link)),
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

    private static String text(MessageView message, String signature, String link) {
        String words = message.text() == null || message.text().isBlank()
                ? HtmlText.of(String.valueOf(message.html()))
                : message.text();
        return words + (signature.isEmpty() ? "" : "\n\n-- \n" + signature) + (link.isEmpty() ? "" : "\n\n" + link);
    }

    private static String html(MessageView message, String signature, String link) {
        String words = message.html() == null ? HtmlText.toHtml(message.text()) : message.html();
        String signed = signature.isEmpty() ? "" : "<p>-- <br>" + HtmlText.toHtml(signature) + "</p>";
        String linked = link.isEmpty() ? "" : "<p style=\"color:#566072;font-size:13px\">" + link + "</p>";
        return words + signed + linked;
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
