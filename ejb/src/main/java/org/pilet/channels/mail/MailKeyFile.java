package org.pilet.channels.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.openpgp.PGPKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pilet.channels.mail.MailKeyStore.Kept;
import org.pilet.channels.mail.secure.OpenPgp;
import org.pilet.channels.mail.secure.Smime;
import org.pilet.platform.InvalidInput;

/**
 * Reads the files in which certificates and keys are brought.
 *
 * @param key what is to be kept, its private half not yet sealed
 * @param secret the private half as text, or null
 */
record MailKeyFile(Kept key, String secret) {

    /** Refused with {@link InvalidInput} if the file holds no such thing or its passphrase is another. */
    static MailKeyFile read(NewMailKey brought) {
        if (brought.file() == null || brought.file().length == 0) {
            throw new InvalidInput("file", "required");
        }
        return switch (brought.kind()) {
            case OPENPGP -> openPgp(brought);
            case REVOCATIONS -> revocations(brought);
            case SMIME, AUTHORITY -> certificate(brought);
        };
    }

    private static MailKeyFile openPgp(NewMailKey brought) {
        PGPPublicKeyRing key =
                OpenPgp.publicKey(brought.file()).orElseThrow(() -> new InvalidInput("file", "malformed", "OpenPGP"));
        String secret = null;
        if (brought.mailboxId() != null) {
            PGPSecretKeyRing locked = OpenPgp.secretKey(brought.file())
                    .orElseThrow(() -> new InvalidInput("file", "malformed", "OpenPGP"));
            String passphrase = brought.passphrase() == null ? "" : brought.passphrase();
            PGPSecretKeyRing open = passphrase.isEmpty()
                    ? locked
                    : OpenPgp.unlocked(locked, passphrase)
                            .orElseThrow(() -> new InvalidInput("passphrase", "malformed", "…"));
            secret = Base64.getEncoder().encodeToString(bytes(open));
        }
        Kept kept = new Kept(
                0,
                brought.kind(),
                OpenPgp.name(key),
                OpenPgp.addresses(key),
                OpenPgp.fingerprint(key),
                bytes(key),
                null,
                brought.mailboxId(),
                brought.personId(),
                brought.trusted(),
                null,
                OpenPgp.until(key),
                OpenPgp.revoked(key));
        return new MailKeyFile(kept, secret);
    }

    private static MailKeyFile certificate(NewMailKey brought) {
        try {
            if (brought.mailboxId() != null) {
                Smime.Identity identity = identity(brought.file(), brought.passphrase());
                String secret = identity.key().getAlgorithm() + ":"
                        + Base64.getEncoder().encodeToString(identity.key().getEncoded());
                return new MailKeyFile(kept(brought, identity.certificate()), secret);
            }
            List<X509Certificate> found = Smime.certificates(brought.file());
            if (found.isEmpty()) {
                throw new InvalidInput("file", "malformed", "X.509");
            }
            return new MailKeyFile(kept(brought, found.get(0)), null);
        } catch (CertificateException unreadable) {
            throw new InvalidInput("file", "malformed", "X.509");
        }
    }

    private static Kept kept(NewMailKey brought, X509Certificate certificate) {
        try {
            return new Kept(
                    0,
                    brought.kind(),
                    Smime.name(certificate),
                    Smime.addresses(certificate),
                    Smime.fingerprint(certificate),
                    certificate.getEncoded(),
                    null,
                    brought.mailboxId(),
                    brought.personId(),
                    brought.trusted(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    false);
        } catch (CertificateException unreadable) {
            throw new InvalidInput("file", "malformed", "X.509");
        }
    }

    /** One for each authority: a later list takes the place of the earlier. */
    private static MailKeyFile revocations(NewMailKey brought) {
        try {
            X509CRL list = Smime.revocations(brought.file());
            Kept kept = new Kept(
                    0,
                    brought.kind(),
                    Smime.name(list),
                    List.of(),
                    Smime.fingerprint(list.getIssuerX500Principal().getEncoded()),
                    list.getEncoded(),
                    null,
                    null,
                    null,
                    true,
                    list.getThisUpdate().toInstant(),
                    list.getNextUpdate() == null ? null : list.getNextUpdate().toInstant(),
                    false);
            return new MailKeyFile(kept, null);
        } catch (CRLException unreadable) {
            throw new InvalidInput("file", "malformed", "CRL");
        }
    }

    private static Smime.Identity identity(byte[] file, String passphrase) {
        char[] password = passphrase == null ? new char[0] : passphrase.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return new Smime.Identity(
                            (X509Certificate) store.getCertificate(alias), (PrivateKey) store.getKey(alias, password));
                }
            }
            throw new InvalidInput("file", "malformed", "PKCS#12");
        } catch (IOException | GeneralSecurityException unreadable) { // or locked: nobody can tell
            throw new InvalidInput("file", "notOpened", "PKCS#12");
        }
    }

    /** The private half that {@link #read} made into text. */
    static PrivateKey privateKey(String secret) {
        int colon = secret.indexOf(':');
        try {
            return KeyFactory.getInstance(secret.substring(0, colon))
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret.substring(colon + 1))));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("A private key that was kept cannot be read: bring it anew", unusable);
        }
    }

    private static byte[] bytes(PGPKeyRing key) {
        try {
            return key.getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
