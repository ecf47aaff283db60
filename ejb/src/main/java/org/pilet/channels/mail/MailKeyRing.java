package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pilet.channels.mail.MailKeyStore.Kept;
import org.pilet.channels.mail.MailKeyView.Kind;
import org.pilet.channels.mail.secure.OpenPgp;
import org.pilet.channels.mail.secure.SecureMail;
import org.pilet.channels.mail.secure.Smime;
import org.pilet.channels.mail.secure.TrustedCertificates;

/** The kept keys made ready for use. */
@Dependent
class MailKeyRing {

    private static final Logger LOG = Logger.getLogger(MailKeyRing.class.getName());

    @Inject
    private MailKeyStore store;

    @Inject
    private SealedPassword seal;

    /** To open and to check with: old keys too, since old mail was encrypted to them. */
    SecureMail.Keys all() {
        List<Kept> kept = store.all();
        return new SecureMail.Keys(
                kept.stream()
                        .filter(key -> key.kind() == Kind.SMIME && key.sealed() != null)
                        .flatMap(key -> usable(key, this::identity))
                        .toList(),
                trust(kept),
                kept.stream()
                        .filter(key -> key.kind() == Kind.OPENPGP && key.sealed() != null)
                        .flatMap(key -> usable(key, this::secret))
                        .toList(),
                kept.stream()
                        .filter(key -> key.kind() == Kind.OPENPGP)
                        .map(key -> new OpenPgp.Known(publicKey(key), key.trusted()))
                        .toList());
    }

    private static TrustedCertificates trust(List<Kept> kept) {
        return new TrustedCertificates(
                certificates(kept, Kind.AUTHORITY),
                certificates(kept, Kind.SMIME),
                kept.stream()
                        .filter(key -> key.kind() == Kind.REVOCATIONS)
                        .map(key -> revocations(key.material()))
                        .collect(Collectors.toSet()));
    }

    private static Set<X509Certificate> certificates(List<Kept> kept, Kind kind) {
        return kept.stream()
                .filter(key -> key.kind() == kind && key.trusted())
                .map(MailKeyRing::certificate)
                .collect(Collectors.toSet());
    }

    /** Whether an authority that the house trusts has made this list of revoked certificates. */
    boolean vouches(byte[] list) {
        return trust(store.all()).vouches(revocations(list));
    }

    /** Which of the kept certificates their authorities have taken back. */
    Set<Long> revoked() {
        return revoked(store.all());
    }

    private static Set<Long> revoked(List<Kept> kept) {
        if (kept.stream().noneMatch(key -> key.kind() == Kind.REVOCATIONS)) {
            return Set.of();
        }
        TrustedCertificates trust = trust(kept);
        return kept.stream()
                .filter(key -> key.kind() == Kind.SMIME || key.kind() == Kind.AUTHORITY)
                .filter(key -> trust.revoked(certificate(key)))
                .map(Kept::id)
                .collect(Collectors.toSet());
    }

    private static X509CRL revocations(byte[] material) {
        try {
            return Smime.revocations(material);
        } catch (CRLException unreadable) {
            throw new IllegalStateException("A list of revocations that was kept cannot be read", unreadable);
        }
    }

    /** A key sealed under another secret opens nothing, and keeps nobody from reading the mail that came. */
    private static <T> Stream<T> usable(Kept key, Function<Kept, T> opening) {
        try {
            return Stream.of(opening.apply(key));
        } catch (IllegalStateException sealedOtherwise) {
            LOG.log(Level.WARNING, "The key " + key.fingerprint() + " cannot be used: bring it anew", sealedOtherwise);
            return Stream.empty();
        }
    }

    /** With which that mailbox signs now: the one that ends last. */
    Optional<Smime.Identity> identity(long mailboxId, Instant at) {
        return own(mailboxId, Kind.SMIME, at).map(this::identity);
    }

    /** With which that mailbox signs now: the one that ends last. */
    Optional<PGPSecretKeyRing> secret(long mailboxId, Instant at) {
        return own(mailboxId, Kind.OPENPGP, at).map(this::secret);
    }

    private Optional<Kept> own(long mailboxId, Kind kind, Instant at) {
        List<Kept> kept = store.all();
        Set<Long> revoked = revoked(kept);
        return kept.stream()
                .filter(key -> key.kind() == kind && key.sealed() != null && key.current(at))
                .filter(key -> !revoked.contains(key.id()))
                .filter(key -> Long.valueOf(mailboxId).equals(key.mailboxId()))
                .max(Comparator.comparing(key -> key.until() == null ? Instant.MAX : key.until()));
    }

    /** A trusted certificate for each of the addresses, or empty if one has none. */
    Optional<List<X509Certificate>> certificates(List<String> addresses, Instant at) {
        return each(addresses, Kind.SMIME, at)
                .map(keys -> keys.stream().map(MailKeyRing::certificate).toList());
    }

    /** A trusted key for each of the addresses, or empty if one has none. */
    Optional<List<PGPPublicKeyRing>> publicKeys(List<String> addresses, Instant at) {
        return each(addresses, Kind.OPENPGP, at)
                .map(keys -> keys.stream().map(MailKeyRing::publicKey).toList())
                .filter(keys -> keys.stream().allMatch(OpenPgp::encrypts));
    }

    private Optional<List<Kept>> each(List<String> addresses, Kind kind, Instant at) {
        List<Kept> kept = store.all();
        Set<Long> revoked = revoked(kept);
        List<Kept> found = addresses.stream()
                .flatMap(address -> kept.stream()
                        .filter(key -> key.kind() == kind && key.trusted() && key.current(at))
                        .filter(key -> !revoked.contains(key.id()))
                        .filter(key -> key.addresses().contains(address))
                        .limit(1))
                .toList();
        return found.size() == addresses.size() && !found.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    private Smime.Identity identity(Kept key) {
        return new Smime.Identity(certificate(key), MailKeyFile.privateKey(opened(key)));
    }

    private PGPSecretKeyRing secret(Kept key) {
        return OpenPgp.secretKey(Base64.getDecoder().decode(opened(key))).orElseThrow();
    }

    private String opened(Kept key) {
        return seal.open("key:" + key.fingerprint(), key.sealed());
    }

    private static X509Certificate certificate(Kept key) {
        try {
            return Smime.certificates(key.material()).get(0);
        } catch (CertificateException unreadable) {
            throw new IllegalStateException("A certificate that was kept cannot be read: bring it anew", unreadable);
        }
    }

    private static PGPPublicKeyRing publicKey(Kept key) {
        return OpenPgp.publicKey(key.material()).orElseThrow();
    }
}
