package org.pilet.conversation;

/** How far an outgoing message has got. */
public enum Delivery {
    /** Nothing to deliver. */
    NONE,
    /** In the outbox. */
    WAITING,
    /** Handed over to the receiving server. */
    SENT,
    /** Given up; the error says why. */
    FAILED
}
