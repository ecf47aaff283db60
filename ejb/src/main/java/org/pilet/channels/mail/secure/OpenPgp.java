package org.pilet.channels.mail.secure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.DocumentSignatureType;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.DecryptionStream;
import org.pgpainless.decryption_verification.MessageMetadata;
import org.pgpainless.decryption_verification.SignatureVerification;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.EncryptionStream;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.key.info.KeyRingInfo;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.util.ArmorUtils;
import org.pgpainless.util.Passphrase;

/** OpenPGP by PGPainless, which also judges whether a key could be used when it was: expired and revoked ones fail. */
public final class OpenPgp {

    private OpenPgp() {}

    /** A key, and whether the house trusts it to be its holder's. */
    public record Known(PGPPublicKeyRing key, boolean trusted) {}

    /** What an envelope held. */
    record Opened(byte[] entity, List<MailFinding> findings) {}

    static List<MailFinding> check(SignedBytes signed, String author, Collection<Known> keys) {
        try {
            ConsumerOptions options = ConsumerOptions.get()
                    .addVerificationOfDetachedSignatures(new ByteArrayInputStream(signed.signature()));
            keys.forEach(known -> options.addVerificationCert(known.key()));
            MessageMetadata about = read(signed.content(), options, new ByteArrayOutputStream());
            List<MailFinding> found = findings(about.getVerifiedDetachedSignatures(), author, keys, signed.whole());
            if (found.isEmpty()) {
                about.getRejectedDetachedSignatures()
                        .forEach(failed -> found.add(failed(failed.getSignature(), author, keys, signed.whole())));
            }
            return found.isEmpty() ? List.of(nothing(MailFinding.State.UNKNOWN_KEY, "", signed.whole())) : found;
        } catch (PGPException | IOException | RuntimeException unreadable) { // the library trips in many ways
            return List.of(nothing(MailFinding.State.INVALID, "", signed.whole()));
        }
    }

    private static MessageMetadata read(byte[] input, ConsumerOptions options, ByteArrayOutputStream out)
            throws PGPException, IOException {
        DecryptionStream stream = PGPainless.decryptAndOrVerify()
                .onInputStream(new ByteArrayInputStream(input))
                .withOptions(options);
        try (stream) {
            stream.transferTo(out);
        }
        return stream.getMetadata();
    }

    /** Empty if none of these keys opens it. */
    static Optional<Opened> opened(
            byte[] envelope, Collection<PGPSecretKeyRing> ours, Collection<Known> keys, String author, boolean whole) {
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        try {
            ConsumerOptions options = ConsumerOptions.get();
            ours.forEach(key -> options.addDecryptionKey(key, SecretKeyRingProtector.unprotectedKeys()));
            keys.forEach(known -> options.addVerificationCert(known.key()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MessageMetadata about = read(envelope, options, out);
            List<MailFinding> found = findings(about.getVerifiedInlineSignatures(), author, keys, whole);
            if (found.isEmpty()) {
                about.getRejectedInlineSignatures()
                        .forEach(failed -> found.add(failed(failed.getSignature(), author, keys, whole)));
            }
            return Optional.of(new Opened(out.toByteArray(), found));
        } catch (PGPException | IOException | RuntimeException notForUs) { // as above
            return Optional.empty();
        }
    }

    /** What signed or encrypted lines say; empty if none of our keys opens them, or they are not what they look like. */
    static Optional<Opened> lines(SignedBytes lines, String author, SecureMail.Keys keys) {
        boolean hidden = lines.kind() == SignedBytes.Kind.PGP_LINES_ENCRYPTED;
        if (hidden && keys.secrets().isEmpty()) {
            return Optional.empty();
        }
        try {
            ConsumerOptions options = ConsumerOptions.get();
            keys.secrets().forEach(key -> options.addDecryptionKey(key, SecretKeyRingProtector.unprotectedKeys()));
            keys.known().forEach(known -> options.addVerificationCert(known.key()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MessageMetadata about = read(lines.content(), options, out);
            if (hidden && !about.isEncrypted()) {
                return Optional.empty();
            }
            List<MailFinding> found = findings(about.getVerifiedSignatures(), author, keys.known(), lines.whole());
            if (found.isEmpty()) {
                about.getRejectedSignatures()
                        .forEach(failed ->
                                found.add(failed(failed.getSignature(), author, keys.known(), lines.whole())));
            }
            if (found.isEmpty() && !hidden) {
                found.add(nothing(MailFinding.State.UNKNOWN_KEY, "", lines.whole()));
            }
            return Optional.of(new Opened(out.toByteArray(), found));
        } catch (PGPException | IOException | RuntimeException notForUs) { // as above
            return hidden
                    ? Optional.empty()
                    : Optional.of(new Opened(
                            lines.content(), List.of(nothing(MailFinding.State.INVALID, "", lines.whole()))));
        }
    }

    private static List<MailFinding> findings(
            List<SignatureVerification> verified, String author, Collection<Known> keys, boolean whole) {
        List<MailFinding> found = new ArrayList<>();
        for (SignatureVerification each : verified) {
            keyOf(each.getSignature(), keys)
                    .ifPresent(key -> found.add(about(MailFinding.State.VALID, key, author, whole)));
        }
        return found;
    }

    private static MailFinding failed(PGPSignature signature, String author, Collection<Known> keys, boolean whole) {
        return keyOf(signature, keys)
                .map(key -> about(MailFinding.State.INVALID, key, author, whole))
                .orElseGet(() -> nothing(
                        MailFinding.State.UNKNOWN_KEY,
                        Long.toHexString(signature.getKeyID()).toUpperCase(Locale.ROOT),
                        whole));
    }

    private static MailFinding about(MailFinding.State state, Known key, String author, boolean whole) {
        boolean valid = state == MailFinding.State.VALID;
        return new MailFinding(
                MailFinding.Scheme.OPENPGP,
                state,
                name(key.key()),
                addresses(key.key()),
                fingerprint(key.key()),
                valid && key.trusted(),
                valid,
                author != null && addresses(key.key()).contains(author),
                whole,
                revoked(key.key()));
    }

    private static Optional<Known> keyOf(PGPSignature signature, Collection<Known> keys) {
        return keys.stream()
                .filter(known -> known.key().getPublicKey(signature.getKeyID()) != null)
                .findFirst();
    }

    private static MailFinding nothing(MailFinding.State state, String key, boolean whole) {
        return new MailFinding(MailFinding.Scheme.OPENPGP, state, "", List.of(), key, false, false, false, whole);
    }

    /** A multipart/signed entity around this one. */
    static byte[] signed(byte[] entity, PGPSecretKeyRing by) {
        try {
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            EncryptionStream stream = PGPainless.encryptAndOrSign()
                    .onOutputStream(copy)
                    .withOptions(ProducerOptions.sign(SigningOptions.get()
                                    .addDetachedSignature(SecretKeyRingProtector.unprotectedKeys(), by))
                            .setAsciiArmor(false));
            try (stream) {
                stream.write(entity);
            }
            Set<PGPSignature> signatures =
                    stream.getResult().getDetachedSignatures().flatten();
            PGPSignature signature = signatures.iterator().next();
            String digest =
                    switch (signature.getHashAlgorithm()) {
                        case 8 -> "pgp-sha256";
                        case 9 -> "pgp-sha384";
                        default -> "pgp-sha512";
                    };
            return Entities.signed(
                    entity,
                    "application/pgp-signature; name=\"signature.asc\"",
                    "application/pgp-signature",
                    digest,
                    SignedBytes.wire(ArmorUtils.toAsciiArmoredString(signature.getEncoded())),
                    "signature.asc");
        } catch (PGPException | IOException unusable) {
            throw new IllegalStateException("The key " + fingerprint(by) + " cannot sign", unusable);
        }
    }

    /** An envelope for the holders of these keys, signed within by that key if there is one. */
    static byte[] encrypted(byte[] entity, PGPSecretKeyRing by, List<PGPPublicKeyRing> recipients) {
        try {
            EncryptionOptions to = EncryptionOptions.get();
            recipients.forEach(to::addRecipient);
            ProducerOptions options = by == null
                    ? ProducerOptions.encrypt(to)
                    : ProducerOptions.signAndEncrypt(
                            to,
                            SigningOptions.get()
                                    .addInlineSignature(
                                            SecretKeyRingProtector.unprotectedKeys(),
                                            by,
                                            DocumentSignatureType.BINARY_DOCUMENT));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            EncryptionStream stream =
                    PGPainless.encryptAndOrSign().onOutputStream(out).withOptions(options.setAsciiArmor(true));
            try (stream) {
                stream.write(entity);
            }
            return Entities.encrypted(out.toString(StandardCharsets.US_ASCII));
        } catch (PGPException | IOException unusable) {
            throw new IllegalStateException("A key cannot be encrypted to", unusable);
        }
    }

    /** The key in a file, armoured or binary; empty if there is none. */
    public static Optional<PGPPublicKeyRing> publicKey(byte[] file) {
        try {
            PGPSecretKeyRing secret = secretKey(file).orElse(null);
            return secret != null
                    ? Optional.of(PGPainless.extractCertificate(secret))
                    : Optional.ofNullable(PGPainless.readKeyRing().publicKeyRing(new ByteArrayInputStream(file)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The private key in a file; empty if there is none. */
    public static Optional<PGPSecretKeyRing> secretKey(byte[] file) {
        try {
            return Optional.ofNullable(PGPainless.readKeyRing().secretKeyRing(new ByteArrayInputStream(file)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The same key without its passphrase; empty if that is not the passphrase. */
    public static Optional<PGPSecretKeyRing> unlocked(PGPSecretKeyRing key, String passphrase) {
        try {
            return Optional.of(PGPainless.modifyKeyRing(key)
                    .changePassphraseFromOldPassphrase(Passphrase.fromPassword(passphrase))
                    .withSecureDefaultSettings()
                    .toNoPassphrase()
                    .done());
        } catch (PGPException wrong) {
            return Optional.empty();
        }
    }

    /** The addresses it is for, in lower case. */
    public static List<String> addresses(PGPPublicKeyRing key) {
        return PGPainless.inspectKeyRing(key).getEmailAddresses().stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** How it names its holder. */
    public static String name(PGPPublicKeyRing key) {
        String id = PGPainless.inspectKeyRing(key).getPrimaryUserId();
        return id == null ? fingerprint(key) : id.replaceFirst("\\s*<[^>]*>\\s*$", "");
    }

    public static String fingerprint(PGPKeyRing key) {
        return PGPainless.inspectKeyRing(key).getFingerprint().toString();
    }

    /** When it ends, or null for never. */
    public static Instant until(PGPPublicKeyRing key) {
        KeyRingInfo info = PGPainless.inspectKeyRing(key);
        Date end = info.getPrimaryKeyExpirationDate();
        return end == null ? null : end.toInstant();
    }

    /** Whether its holder has taken it back; the file then brings their word for it along. */
    public static boolean revoked(PGPPublicKeyRing key) {
        return !PGPainless.inspectKeyRing(key).getRevocationState().isNotRevoked();
    }

    /** Whether one could encrypt to it now. */
    public static boolean encrypts(PGPPublicKeyRing key) {
        return PGPainless.inspectKeyRing(key).isUsableForEncryption();
    }
}
