package org.pilet.channels.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.pilet.channels.mail.mime.MailComposer;
import org.pilet.channels.mail.mime.OutgoingMail;
import org.pilet.platform.DeliveryRefused;

/** Hands mails over to the sending server. */
@ApplicationScoped
class MailSender {

    @Resource(lookup = "java:global/mail/pilet")
    private Session session;

    /**
     * Returns once the server has taken the mail over.
     *
     * @throws DeliveryRefused if the server's no is final
     * @throws MessagingException if another attempt may succeed
     */
    void send(OutgoingMail mail) throws DeliveryRefused, MessagingException {
        try {
            Transport.send(MailComposer.compose(session, mail));
        } catch (MessagingException failure) {
            if (SmtpAnswer.isFinal(failure)) {
                throw new DeliveryRefused(SmtpAnswer.words(failure), failure);
            }
            throw failure;
        }
    }
}
