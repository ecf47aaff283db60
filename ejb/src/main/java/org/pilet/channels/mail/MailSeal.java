package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.OutgoingMail;
import org.pilet.channels.mail.secure.SecureMail;
import org.pilet.channels.mail.secure.Smime;
import org.pilet.platform.Clock;

/** Signs and encrypts what goes out, as its mailbox wants it. */
@Dependent
class MailSeal {

    @Inject
    private MailKeyStore store;

    @Inject
    private MailKeyRing keys;

    @Inject
    private MailboxStore mailboxes;

    @Inject
    private Clock clock;

    /** The message itself where its mailbox wants nothing done to it, or has no key within its term. */
    MimeMessage sealed(Session session, MimeMessage message, OutgoingMail mail) throws MessagingException {
        Optional<MailboxView> mailbox = mailboxes.byAddress(mail.from().address());
        MailSealing wanted = mailbox.map(box -> store.sealing(box.id())).orElse(MailSealing.USUAL);
        return switch (wanted.scheme()) {
            case NONE -> message;
            case SMIME -> smime(session, message, mail, mailbox.get().id(), wanted.encrypts());
            case OPENPGP -> openPgp(session, message, mail, mailbox.get().id(), wanted.encrypts());
        };
    }

    private MimeMessage smime(Session session, MimeMessage message, OutgoingMail mail, long mailboxId, boolean encrypts)
            throws MessagingException {
        Instant now = clock.now();
        Smime.Identity own = keys.identity(mailboxId, now).orElse(null);
        Optional<List<X509Certificate>> recipients =
                encrypts ? keys.certificates(recipients(mail), now) : Optional.empty();
        if (own == null && recipients.isEmpty()) {
            return message;
        }
        byte[] plain = bytes(message);
        return new Finished(
                session,
                recipients
                        .map(all -> SecureMail.encrypted(plain, own, all))
                        .orElseGet(() -> SecureMail.signed(plain, own)));
    }

    private MimeMessage openPgp(
            Session session, MimeMessage message, OutgoingMail mail, long mailboxId, boolean encrypts)
            throws MessagingException {
        Instant now = clock.now();
        PGPSecretKeyRing own = keys.secret(mailboxId, now).orElse(null);
        Optional<List<PGPPublicKeyRing>> recipients =
                encrypts ? keys.publicKeys(recipients(mail), now) : Optional.empty();
        if (own == null && recipients.isEmpty()) {
            return message;
        }
        byte[] plain = bytes(message);
        return new Finished(
                session,
                recipients
                        .map(all -> SecureMail.encrypted(plain, own, all))
                        .orElseGet(() -> SecureMail.signed(plain, own)));
    }

    private static List<String> recipients(OutgoingMail mail) {
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(MailAddress::address)
                .distinct()
                .toList();
    }

    private static byte[] bytes(MimeMessage message) throws MessagingException {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toByteArray();
        } catch (IOException unreadable) {
            throw new MessagingException("The mail's files cannot be read", unreadable);
        }
    }

    /** Goes out byte for byte: what is signed must not be written anew. */
    private static final class Finished extends MimeMessage {

        Finished(Session session, byte[] bytes) throws MessagingException {
            super(session, new ByteArrayInputStream(bytes));
        }

        @Override
        public void saveChanges() {
            saved = true;
        }
    }
}
