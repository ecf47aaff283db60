package org.pilet.channels.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.pilet.tickets.QueueRefused;
import org.pilet.tickets.QueueRetired;

/** No queue is retired while a mailbox puts mail there: its tickets would come to where nobody looks. */
@ApplicationScoped // one for all events
class MailboxQueues {

    @Inject
    private MailboxStore store;

    void retired(@Observes QueueRetired event) {
        String addresses = store.active().stream()
                .filter(mailbox -> mailbox.queueId() == event.queueId())
                .map(MailboxView::address)
                .collect(Collectors.joining(", "));
        if (!addresses.isEmpty()) {
            throw QueueRefused.hasMailbox(event.name(), addresses);
        }
    }
}
