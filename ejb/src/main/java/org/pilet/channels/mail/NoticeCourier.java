package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import org.pilet.platform.DeliveryPostponed;
import org.pilet.platform.DeliveryRefused;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/** Delivers finished notices of other rooms, such as acknowledgements; within the limit for automatic mail. */
@Dependent
class NoticeCourier implements OutboxHandler {

    @EJB
    private AutomaticMails limiter;

    @Inject
    private NoticeLetter letter;

    @Inject
    private MailSender sender;

    @Override
    public String kind() {
        return "mail.notice";
    }

    @Override
    public void deliver(OutboxItem item) throws DeliveryRefused, DeliveryPostponed, MessagingException {
        Notice notice = Notice.of(item.payload());
        String key = item.kind() + ":" + item.dedupKey();
        if (!notice.limited() || limiter.mayGo(key, notice.to().address())) {
            sender.send(letter.write(item, notice));
        }
    }
}
