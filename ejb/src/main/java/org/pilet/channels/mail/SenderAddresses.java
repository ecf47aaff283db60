package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.security.ReplyTokens;

/** Under which addresses the house writes. */
@Dependent
class SenderAddresses {

    @Inject
    private MailboxStore mailboxes;

    @Inject
    private ReplyTokens tokens;

    /** Where answers about the ticket go: the queue's address with a signed token, if its mailbox takes such. */
    MailAddress replyTo(String address, long ticketId) {
        boolean plus =
                mailboxes.byAddress(address).map(MailboxView::plusAddresses).orElse(false);
        int at = address.lastIndexOf('@');
        return plus
                ? new MailAddress(
                        "", address.substring(0, at) + "+" + tokens.tokenFor(ticketId) + address.substring(at))
                : null;
    }

    /** Who writes when the notice is about no queue: the first active mailbox. */
    String house() {
        return mailboxes.active().stream()
                .findFirst()
                .map(MailboxView::address)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no active mailbox to write from; add one under Administration, Mailboxes"));
    }
}
