package org.pilet.web.agent;

/** What the composer makes of the words in it. */
public enum Saying {
    /** An answer to the customer. */
    PUBLIC,
    /** A note for colleagues. */
    INTERNAL,
    /** A mail to somebody else, which the customer does not see. */
    FORWARD,
    /** What was said on the telephone, for colleagues. */
    CALL;

    /** Whether the words leave the house. */
    public boolean isMail() {
        return this == PUBLIC || this == FORWARD;
    }
}
