package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pilet.channels.mail.InboundMailStore.Pending;
import org.pilet.channels.mail.mime.DeliveryReport;
import org.pilet.channels.mail.mime.HtmlText;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.Deliveries;
import org.pilet.conversation.Delivery;
import org.pilet.conversation.NewAttachment;
import org.pilet.conversation.Said;
import org.pilet.people.People;
import org.pilet.platform.Blobs;
import org.pilet.tickets.TicketFinder;

/**
 * Takes a mail server's report: an internal note on the ticket of the mail reported on, which changes no status; a final
 * failure also marks that message as not delivered and the person as out of reach.
 */
@Dependent
class ReportIntake {

    @EJB
    private Conversations conversations;

    @EJB
    private Deliveries deliveries;

    @EJB
    private TicketFinder finder;

    @EJB
    private People people;

    @Inject
    private KnownTickets known;

    @Inject
    private Blobs blobs;

    Decision take(Pending pending, ParsedMail mail, Verdict verdict) {
        Optional<FollowUpMatch.Found> found = new FollowUpMatch(known).ofReport(mail);
        if (found.isEmpty()) {
            return Decision.quarantined("UNMATCHED_REPORT", Why.and(verdict.reason(), Why.of("noTicket")));
        }
        long ticketId = finder.current(found.get().ticketId());
        NewAttachment whole =
                NewAttachment.file("delivery-report.eml", "message/rfc822", blobs.ref(pending.rawBlobId()));
        Said note = conversations.note(ticketId, HtmlText.toHtml(words(mail)), List.of(whole));
        if (mail.report().failed()) {
            failed(mail.report());
        }
        String reason = Why.and(verdict.reason(), found.get().reason());
        return Decision.done("REPORT", reason, ticketId, note.messageId());
    }

    private void failed(DeliveryReport report) {
        if (report.originalMessageId() != null) {
            deliveries
                    .messageOf("<" + report.originalMessageId() + ">")
                    .ifPresent(messageId -> deliveries.mark(messageId, Delivery.FAILED, diagnostics(report)));
        }
        report.recipients().stream()
                .filter(DeliveryReport.Recipient::failed)
                .map(recipient -> new MailAddress("", recipient.address()))
                .filter(MailAddress::usable)
                .flatMap(address -> people.byAddress(address.address()).stream())
                .forEach(person -> people.bounced(person.id()));
    }

    private static String words(ParsedMail mail) {
        String lines = mail.report().recipients().stream()
                .map(recipient -> recipient.address() + ": " + recipient.action() + " " + recipient.status() + " "
                        + recipient.diagnostic())
                .collect(Collectors.joining("\n"));
        String words = mail.text().length() > 4000 ? mail.text().substring(0, 4000) + " …" : mail.text();
        return mail.subject() + "\n" + (lines.isEmpty() ? "" : lines + "\n") + "\n" + words;
    }

    private static String diagnostics(DeliveryReport report) {
        return report.recipients().stream()
                .filter(DeliveryReport.Recipient::failed)
                .map(recipient -> recipient.address() + ": "
                        + (recipient.diagnostic().isBlank() ? recipient.status() : recipient.diagnostic()))
                .collect(Collectors.joining("; "));
    }
}
