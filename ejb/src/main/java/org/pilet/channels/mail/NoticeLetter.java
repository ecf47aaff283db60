package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.MailFile;
import org.pilet.channels.mail.mime.OutgoingMail;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;
import org.pilet.platform.OutboxItem;
import org.pilet.security.ReplyTokens;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketFinder;

/** Makes a mail of a finished notice: who it comes from, what leads an answer back, the marks of automatic mail. */
@Dependent
class NoticeLetter {

    @EJB
    private TicketFinder finder;

    @EJB
    private Queues queues;

    @Inject
    private SenderAddresses senders;

    @Inject
    private ReplyTokens tokens;

    @Inject
    private Blobs blobs;

    @Inject
    private Clock clock;

    OutgoingMail write(OutboxItem item, Notice notice) {
        MailAddress from = from(notice);
        return new OutgoingMail(
                from,
                List.of(notice.to()),
                null,
                notice.ticketId() == null ? null : senders.replyTo(from.address(), notice.ticketId()),
                notice.subject(),
                notice.text(),
                notice.html(),
                notice.language(),
                messageId(item, notice, from),
                notice.inReplyTo() == null ? null : notice.inReplyTo().replaceAll("[<>]", ""),
                null,
                notice.automatic(),
                notice.unsubscribe(),
                clock.now(),
                notice.files().stream()
                        .map(file -> new MailFile(file.name(), file.mediaType(), null, () -> blobs.open(file.blobId())))
                        .toList());
    }

    private MailAddress from(Notice notice) {
        if (notice.from() != null) {
            return queues.byAddress(notice.from())
                    .map(queue -> new MailAddress(queue.name(), queue.address()))
                    .orElseGet(() -> new MailAddress("", notice.from()));
        }
        if (notice.ticketId() != null) {
            QueueView queue = queues.view(finder.view(notice.ticketId()).queueId());
            return new MailAddress(queue.name(), queue.address());
        }
        return new MailAddress("", senders.house());
    }

    /** The same for every attempt, and signed: what comes back is known as our own, a report on it finds the ticket. */
    private String messageId(OutboxItem item, Notice notice, MailAddress from) {
        long named = notice.ticketId() == null ? 0 : notice.ticketId();
        return tokens.tokenFor(named) + ".n" + item.id() + "@" + from.domain();
    }
}
