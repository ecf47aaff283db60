package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import org.pilet.conversation.Deliveries;
import org.pilet.conversation.Delivery;
import org.pilet.conversation.OutgoingMessage;
import org.pilet.platform.DeliveryPostponed;
import org.pilet.platform.DeliveryRefused;
import org.pilet.platform.Irrevocable;
import org.pilet.platform.OutboxEntries;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/** Delivers agents' answers; the payload is the message's id. The message shows whether it went out. */
@Dependent
class ReplyCourier implements OutboxHandler {

    @EJB
    private Deliveries deliveries;

    @Inject
    private ReplyLetter letter;

    @Inject
    private MailSender sender;

    @Override
    public String kind() {
        return "mail.reply";
    }

    @Override
    public void deliver(OutboxItem item) throws DeliveryRefused, DeliveryPostponed, MessagingException {
        long messageId = Long.parseLong(item.payload().strip());
        OutgoingMessage outgoing = deliveries.outgoing(messageId);
        if (outgoing.message().delivery() == Delivery.SENT) {
            return; // handed over by an attempt that died before it could say so in the outbox
        }
        try {
            sender.send(letter.write(outgoing));
        } catch (DeliveryRefused refused) {
            deliveries.mark(messageId, Delivery.FAILED, refused.getMessage());
            throw refused;
        } catch (MessagingException notYet) {
            if (item.attempts() >= OutboxEntries.MAX_ATTEMPTS) {
                deliveries.mark(messageId, Delivery.FAILED, SmtpAnswer.words(notYet));
            }
            throw notYet;
        }
        Irrevocable.note(() -> deliveries.mark(messageId, Delivery.SENT, null));
    }
}
