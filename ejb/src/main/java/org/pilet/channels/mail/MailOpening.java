package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.channels.mail.InboundMailStore.Pending;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.MailPart;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.channels.mail.secure.MailFinding;
import org.pilet.channels.mail.secure.SecureMail;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;

/**
 * Opens a mail that is encrypted to us and says what its signatures are worth. The stored bytes stay as they came; what
 * was opened stands beside them.
 */
@Dependent
class MailOpening {

    private static final int LARGEST = 48 << 20;
    private static final Set<String> SIGNS = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
            "application/pgp-signature",
            "application/pgp-encrypted");

    @Inject
    private MailKeyRing keys;

    @Inject
    private Blobs blobs;

    @Inject
    private Clock clock;

    /**
     * A mail ready to be decided.
     *
     * @param pending with the bytes that its words and files are read from
     * @param why what was found out about it, or empty
     */
    record Open(Pending pending, ParsedMail mail, String why) {}

    Open of(Pending pending, ParsedMail mail) {
        String types = mail.headers().first("Content-Type").orElse("");
        boolean suspected = SecureMail.suspected(types)
                || mail.parts().stream().map(MailPart::mediaType).anyMatch(SIGNS::contains)
                || SecureMail.suspectedIn(mail.text());
        if (!suspected) {
            return new Open(pending, mail, "");
        }
        byte[] raw = bytes(pending.rawBlobId());
        if (raw == null) {
            return new Open(pending, mail, Why.of("sealed.tooLarge"));
        }
        String author = mail.from().map(MailAddress::address).orElse(null);
        SecureMail.Looked looked = SecureMail.look(raw, author, keys.all(), clock.now());
        String why = Why.and(sentences(looked).toArray(String[]::new));
        if (looked.plain() == null) {
            return new Open(pending, mail, why);
        }
        long plain = blobs.store(new ByteArrayInputStream(looked.plain())).id();
        Pending opened = new Pending(
                pending.id(), pending.mailboxId(), pending.queueId(), pending.mailbox(), plain, pending.dedupKey());
        return new Open(opened, MailParser.parse(new ByteArrayInputStream(looked.plain())), why);
    }

    private byte[] bytes(long blobId) {
        try (InputStream stored = blobs.open(blobId)) {
            byte[] bytes = stored.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? null : bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The stored mail cannot be read", unreadable);
        }
    }

    private static List<String> sentences(SecureMail.Looked looked) {
        List<String> said = new ArrayList<>();
        said.add(looked.encrypted() ? Why.of("sealed.opened") : "");
        said.add(looked.locked() ? Why.of("sealed.locked") : "");
        looked.findings().stream().flatMap(MailOpening::sentences).forEach(said::add);
        return said;
    }

    /** Each point for itself, and none that was not looked at. */
    private static Stream<String> sentences(MailFinding found) {
        String scheme = found.scheme() == MailFinding.Scheme.SMIME ? "S/MIME" : "OpenPGP";
        return switch (found.state()) {
            case UNKNOWN_KEY -> Stream.of(Why.of("signature.unknown", scheme, found.fingerprint()));
            case INVALID ->
                Stream.of(
                        Why.of("signature.invalid", scheme, found.signer()),
                        found.revoked() ? Why.of("signature.revoked") : "");
            case VALID ->
                Stream.of(
                        Why.of(
                                "signature.valid",
                                scheme,
                                found.signer(),
                                found.addresses().stream().collect(Collectors.joining(", "))),
                        Why.of(found.trusted() ? "signature.trusted" : "signature.untrusted"),
                        found.current() ? "" : Why.of("signature.expired"),
                        found.revoked() ? Why.of("signature.revoked") : "",
                        Why.of(found.author() ? "signature.author" : "signature.otherAuthor"),
                        Why.of(found.whole() ? "signature.whole" : "signature.partly"));
        };
    }
}
