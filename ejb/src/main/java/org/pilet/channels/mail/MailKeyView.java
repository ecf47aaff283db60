package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A certificate or key; its private half is never shown.
 *
 * @param holder how it names its holder
 * @param addresses those it is for
 * @param fingerprint in hexadecimal digits
 * @param ours whether its private half is here, sealed, so that we sign and open with it
 * @param mailboxId the mailbox that uses it, or null for other people's
 * @param personId whose it is, where that was said
 * @param trusted whether a signature by it is said to be by somebody whom the house trusts
 * @param validUntil null: it does not end
 * @param expiry whether somebody must see to it
 * @param revoked whether its holder, or for a certificate its authority, has taken it back; it is used for nothing then
 */
public record MailKeyView(
        long id,
        Kind kind,
        String holder,
        List<String> addresses,
        String fingerprint,
        boolean ours,
        Long mailboxId,
        Long personId,
        boolean trusted,
        Instant validFrom,
        Instant validUntil,
        Expiry expiry,
        boolean revoked)
        implements Serializable {

    /** What it is. */
    public enum Kind {
        /** A certificate for a person or a mailbox. */
        SMIME,
        /** A key for a person or a mailbox. */
        OPENPGP,
        /** A certificate whose holder vouches for others. */
        AUTHORITY,
        /** An authority's list of the certificates it has taken back. */
        REVOCATIONS
    }

    /** How near its end is. */
    public enum Expiry {
        /** More than thirty days, or never. */
        FAR,
        /** Within thirty days. */
        SOON,
        /** It has ended. */
        PAST
    }
}
