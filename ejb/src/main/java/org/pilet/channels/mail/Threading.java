package org.pilet.channels.mail;

import java.io.Serializable;

/**
 * By what a mailbox finds the ticket to which a mail belongs, in this order, and who may join it.
 *
 * @param address the signed token in the address it was sent to
 * @param headers the messages that it answers by In-Reply-To and References
 * @param subject the ticket's number in the subject, as {@code [#100017]} or {@code #100017}
 * @param body the same in the sender's own words
 * @param attachments the same in the name of an attachment
 * @param strangers what happens when the sender has no part in the ticket found
 */
public record Threading(
        boolean address, boolean headers, boolean subject, boolean body, boolean attachments, Strangers strangers)
        implements Serializable {

    /** The order of the features list: body and attachments are optional. */
    public static final Threading USUAL = new Threading(true, true, true, false, false, Strangers.SIGNED);

    /** Who becomes a participant by a mail that names a ticket; anybody else gets a new ticket linked to that one. */
    public enum Strangers {
        /** Nobody. */
        NONE,
        /** Who answers something that we signed, and so was given a mail about the ticket. */
        SIGNED,
        /** The same, and people of the requester's organisation. */
        ORGANISATION,
        /** Everybody who names it. */
        ANYBODY
    }
}
