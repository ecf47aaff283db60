package org.pilet.channels.mail;

/** Where a mail that was taken in stands. */
public enum InboundState {
    /** The bytes are safe; what to do with it is not decided yet. */
    STORED,
    /** A message on a ticket. */
    DONE,
    /** Waits for a person: no sender, nobody's report, or a fault. */
    QUARANTINED,
    /** Too large, or on a ticket that takes no more; its sender was told. */
    REFUSED,
    /** Our own mail, a copy of one that is on its ticket already, or dismissed from quarantine. */
    IGNORED
}
