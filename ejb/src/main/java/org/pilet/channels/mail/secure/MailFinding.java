package org.pilet.channels.mail.secure;

import java.util.List;

/**
 * What was found out about one signature of a mail, each point for itself.
 *
 * @param scheme how it was signed
 * @param state whether the signature fits the words
 * @param signer how the certificate or key names its holder; empty for an unknown key
 * @param addresses the addresses that the certificate or key is for, in lower case
 * @param fingerprint of the certificate or key; for an unknown one what is told of it
 * @param trusted whether the house trusts it: directly or, for a certificate, by an authority
 * @param current whether it was within its term when the mail came
 * @param author whether one of its addresses is the author's in the header
 * @param whole whether the signature covers everything there is to read; what stands in the header it never covers
 * @param revoked whether a list of its authority that is kept here has taken the certificate back; such keys of OpenPGP are
 *     never valid
 */
public record MailFinding(
        Scheme scheme,
        State state,
        String signer,
        List<String> addresses,
        String fingerprint,
        boolean trusted,
        boolean current,
        boolean author,
        boolean whole,
        boolean revoked) {

    MailFinding(
            Scheme scheme,
            State state,
            String signer,
            List<String> addresses,
            String fingerprint,
            boolean trusted,
            boolean current,
            boolean author,
            boolean whole) {
        this(scheme, state, signer, addresses, fingerprint, trusted, current, author, whole, false);
    }

    /** How it was signed. */
    public enum Scheme {
        SMIME,
        OPENPGP
    }

    /** Whether a signature fits. */
    public enum State {
        /** It was made with that key over exactly these bytes. */
        VALID,
        /** It was not, or cannot be read. */
        INVALID,
        /** Nobody has told us the key, so nothing is known. */
        UNKNOWN_KEY
    }

    public MailFinding {
        addresses = List.copyOf(addresses);
    }
}
