package org.pilet.channels.mail;

import java.io.Serializable;

/**
 * How mail from a mailbox's address goes out.
 *
 * @param scheme how it is signed
 * @param encrypts whether it is encrypted whenever a key of every recipient is known and in its term
 */
public record MailSealing(Scheme scheme, boolean encrypts) implements Serializable {

    /** As long as nobody has said otherwise. */
    public static final MailSealing USUAL = new MailSealing(Scheme.NONE, false);

    /** The two ways of signing. */
    public enum Scheme {
        /** Neither signed nor encrypted. */
        NONE,
        SMIME,
        OPENPGP
    }
}
