package org.pilet.channels.mail.secure;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;

/** Opens, checks, signs and encrypts whole mails. */
public final class SecureMail {

    private static final int DEEPEST = 3;

    private SecureMail() {}

    /**
     * The keys at hand.
     *
     * @param identities ours, for S/MIME
     * @param trust whom the house trusts, for S/MIME
     * @param secrets ours, for OpenPGP
     * @param known others', for OpenPGP
     */
    public record Keys(
            List<Smime.Identity> identities,
            TrustedCertificates trust,
            Collection<PGPSecretKeyRing> secrets,
            Collection<OpenPgp.Known> known) {

        public static final Keys NONE = new Keys(List.of(), TrustedCertificates.NOBODY, List.of(), List.of());
    }

    /**
     * A mail that was looked at.
     *
     * @param plain the mail with its words in the open; null if it is as it came
     * @param locked whether it is encrypted and none of our keys opens it
     * @param encrypted whether it was encrypted and has been opened
     */
    public record Looked(byte[] plain, boolean locked, boolean encrypted, List<MailFinding> findings) {}

    /** Whether there are signed or encrypted lines in a text. */
    public static boolean suspectedIn(String text) {
        return text != null
                && (text.contains("-----BEGIN PGP MESSAGE-----")
                        || text.contains("-----BEGIN PGP SIGNED MESSAGE-----"));
    }

    /** Whether it is worth looking: most mails are neither signed nor encrypted. */
    public static boolean suspected(String contentTypes) {
        String types = contentTypes.toLowerCase(Locale.ROOT);
        return types.contains("multipart/signed")
                || types.contains("multipart/encrypted")
                || types.contains("pkcs7-mime");
    }

    /**
     * Opens what is encrypted to us, layer by layer, and checks every signature.
     *
     * @param author the author's address in the header, in lower case, or null
     * @param at when it came
     */
    public static Looked look(byte[] mail, String author, Keys keys, Instant at) {
        byte[] plain = mail;
        boolean opened = false;
        boolean changed = false;
        boolean locked = false;
        boolean whole = true;
        List<MailFinding> findings = new ArrayList<>();
        for (int depth = 0; depth < DEEPEST; depth++) {
            byte[] entity = null;
            for (SignedBytes part : SignedBytes.in(plain)) {
                boolean all = whole && part.whole();
                SignedBytes seen = part.seen(all);
                switch (part.kind()) {
                    case SMIME_APART -> findings.addAll(Smime.check(seen, author, keys.trust(), at));
                    case PGP_APART -> findings.addAll(OpenPgp.check(seen, author, keys.known()));
                    case SMIME_OPAQUE -> {
                        List<MailFinding> signed = Smime.check(seen, author, keys.trust(), at);
                        findings.addAll(signed);
                        Optional<byte[]> content =
                                signed.isEmpty() ? Smime.opened(part.content(), keys.identities()) : Optional.empty();
                        locked |= signed.isEmpty() && content.isEmpty();
                        entity = content.orElse(entity);
                    }
                    case PGP_LINES_SIGNED, PGP_LINES_ENCRYPTED -> {
                        Optional<OpenPgp.Opened> content = OpenPgp.lines(seen, author, keys);
                        boolean hidden = part.kind() == SignedBytes.Kind.PGP_LINES_ENCRYPTED;
                        locked |= hidden && content.isEmpty();
                        content.ifPresent(inside -> findings.addAll(inside.findings()));
                        if (content.isPresent()) {
                            plain = part.inTheOpen(plain, content.get().entity());
                            opened |= hidden;
                            changed = true;
                        }
                    }
                    case PGP_ENCRYPTED -> {
                        Optional<OpenPgp.Opened> content =
                                OpenPgp.opened(part.content(), keys.secrets(), keys.known(), author, all);
                        locked |= content.isEmpty();
                        content.ifPresent(inside -> findings.addAll(inside.findings()));
                        entity = content.map(OpenPgp.Opened::entity).orElse(entity);
                    }
                }
                whole &= part.whole() || entity == null;
            }
            if (entity == null) {
                break;
            }
            opened = true;
            changed = true;
            plain = SignedBytes.replaced(plain, entity);
        }
        return new Looked(changed ? plain : null, locked, opened, List.copyOf(findings));
    }

    /** The mail signed. */
    public static byte[] signed(byte[] mail, Smime.Identity by) {
        return SignedBytes.replaced(mail, Smime.signed(entity(mail), by));
    }

    /** The mail signed. */
    public static byte[] signed(byte[] mail, PGPSecretKeyRing by) {
        return SignedBytes.replaced(mail, OpenPgp.signed(entity(mail), by));
    }

    /** The mail for these people only, signed before if there is an identity. */
    public static byte[] encrypted(byte[] mail, Smime.Identity by, List<X509Certificate> recipients) {
        byte[] entity = entity(mail);
        return SignedBytes.replaced(mail, Smime.encrypted(by == null ? entity : Smime.signed(entity, by), recipients));
    }

    /** The mail for these people only, signed within if there is a key. */
    public static byte[] encrypted(byte[] mail, PGPSecretKeyRing by, List<PGPPublicKeyRing> recipients) {
        return SignedBytes.replaced(mail, OpenPgp.encrypted(entity(mail), by, recipients));
    }

    /** What the mail says, without who it is from and to, in lines that end as on the wire. */
    private static byte[] entity(byte[] mail) {
        return SignedBytes.entity(mail);
    }
}
