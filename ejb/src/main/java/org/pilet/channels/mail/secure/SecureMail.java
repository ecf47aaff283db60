package org.pilet.channels.mail.secure;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;

/** Opens, checks, signs and encrypts whole mails. */
public final class SecureMail {

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
        return new Unsealing(mail, author, keys, at).looked();
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
