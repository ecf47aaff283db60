package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.channels.mail.mime.MailComposer;
import org.pilet.channels.mail.mime.OutgoingMail;
import org.pilet.platform.DeliveryPostponed;
import org.pilet.platform.DeliveryRefused;
import org.pilet.platform.Tick;

/** Hands mails over to the sending server, as long as that and the recipients' domains are not to be left alone. */
@ApplicationScoped
class MailSender {

    @Inject
    private SendingServer sending;

    @EJB
    private MailHosts hosts;

    @Inject
    private MailSeal seal;

    /**
     * Returns once the server has taken the mail over.
     *
     * @throws DeliveryRefused if the server's no is final
     * @throws DeliveryPostponed if it is not this mail's turn, or the server cannot be reached
     * @throws MessagingException if another attempt may succeed
     */
    void send(OutgoingMail mail) throws DeliveryRefused, DeliveryPostponed, MessagingException {
        String server = sending.name();
        Optional<Instant> wait = hosts.notBefore(server, domains(mail));
        if (wait.isPresent()) {
            throw new DeliveryPostponed(
                    server + " or the recipients' domain is left alone for a while", wait.get(), null);
        }
        try {
            Session session = sending.session();
            sending.handOver(seal.sealed(session, MailComposer.compose(session, mail), mail));
        } catch (SendingServerInTrouble away) {
            throw new DeliveryPostponed(
                    away.getMessage(), hosts.failed(server, away.trouble(), away.getMessage()), away);
        } catch (MessagingException failure) {
            if (SmtpAnswer.isAboutServer(failure)) {
                String words = SmtpAnswer.words(failure);
                throw new DeliveryPostponed(words, hosts.failed(server, MailTrouble.of(failure), words), failure);
            }
            hosts.well(server);
            if (SmtpAnswer.isFinal(failure)) {
                throw new DeliveryRefused(SmtpAnswer.words(failure), failure);
            }
            throw failure;
        }
        // it has left: whatever cannot be written down about the server now must not make it leave again
        Tick.run("the state of a sending server", () -> hosts.well(server));
    }

    private static Set<String> domains(OutgoingMail mail) {
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(to -> to.address()
                        .substring(to.address().lastIndexOf('@') + 1)
                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
